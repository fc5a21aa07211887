package io.nightglass.hogql.parse;

import io.nightglass.hogql.grammar.HogQlParser;
import io.nightglass.hogql.grammar.HogQlParser.QueryContext;
import io.nightglass.hogql.grammar.HogQlParser.QueryTermContext;
import io.nightglass.hogql.grammar.HogQlParser.RelationContext;
import io.nightglass.hogql.grammar.HogQlParser.SelectContext;
import io.nightglass.hogql.grammar.HogQlParser.SetOperatorContext;
import io.nightglass.hogql.grammar.HogQlParser.SourceContext;
import io.nightglass.hogql.tree.Expr;
import io.nightglass.hogql.tree.Query;
import io.nightglass.hogql.tree.Query.JoinKind;
import io.nightglass.hogql.tree.Query.SetOperator;
import io.nightglass.hogql.tree.Query.Source;
import java.util.List;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** The clauses of a query, from the parser's tree to ours. */
final class QueryBuilder {
    private final ExprBuilder expressions;

    QueryBuilder(Placeholders placeholders) {
        this.expressions = new ExprBuilder(placeholders, this);
    }

    Query build(HogQlParser.StatementContext statement) {
        return query(statement.query());
    }

    Query query(QueryContext context) {
        var query = term(context.queryTerm(0));
        for (int i = 1; i < context.queryTerm().size(); i++) {
            query = new Query.Combined(
                    at(context.setOperator(i - 1)),
                    query,
                    operator(context.setOperator(i - 1)),
                    term(context.queryTerm(i)));
        }
        return query;
    }

    private Query term(QueryTermContext context) {
        return context.select() != null ? select(context.select()) : query(context.query());
    }

    private static SetOperator operator(SetOperatorContext context) {
        if (context.EXCEPT() != null) {
            return SetOperator.EXCEPT;
        }
        if (context.INTERSECT() != null) {
            return SetOperator.INTERSECT;
        }
        return context.ALL() != null ? SetOperator.UNION_ALL : SetOperator.UNION_DISTINCT;
    }

    private Query select(SelectContext context) {
        var limit = context.limit();
        return new Query.Select(
                at(context),
                context.common().stream().map(this::common).toList(),
                context.DISTINCT() != null,
                context.column().stream().map(this::item).toList(),
                context.source() == null ? null : source(context.source()),
                both(optional(context.prewhere), optional(context.where)),
                expressions.all(context.group),
                optional(context.having),
                context.order().stream().map(this::order).toList(),
                limit == null ? null : optional(limit.count),
                limit == null ? null : optional(limit.skip));
    }

    private Query.Common common(HogQlParser.CommonContext context) {
        return new Query.Common(
                at(context),
                ExprBuilder.name(context.name()),
                context.query() == null ? null : query(context.query()),
                optional(context.expression()));
    }

    Query.Item item(HogQlParser.ColumnContext context) {
        var alias = context.alias != null
                ? ExprBuilder.name(context.alias)
                : context.bare != null ? ExprBuilder.name(context.bare) : null;
        return new Query.Item(expressions.build(context.expression()), alias);
    }

    Query.Order order(HogQlParser.OrderContext context) {
        return new Query.Order(
                expressions.build(context.expression()), context.DESC() != null, context.FIRST() != null);
    }

    private Source source(SourceContext context) {
        var source = relation(context.relation());
        for (var join : context.join()) {
            source = new Source.Join(
                    at(join), source, kind(join), relation(join.relation()), optional(join.expression()));
        }
        return source;
    }

    private static JoinKind kind(HogQlParser.JoinContext join) {
        if (join.expression() == null) {
            return JoinKind.CROSS;
        }
        if (join.LEFT() != null) {
            return JoinKind.LEFT;
        }
        if (join.RIGHT() != null) {
            return JoinKind.RIGHT;
        }
        return join.FULL() != null ? JoinKind.FULL : JoinKind.INNER;
    }

    private Source relation(RelationContext context) {
        var alias = context.word() == null ? null : ExprBuilder.name(context.word());
        if (context.query() != null) {
            return new Source.Sub(at(context), query(context.query()), alias);
        }
        var name = ExprBuilder.name(context.table);
        return context.getChildCount() > 1 && context.getChild(1).getText().equals("(")
                ? new Source.Made(at(context), name, expressions.all(context.expression()), alias)
                : new Source.Named(at(context), name, alias);
    }

    private @Nullable Expr optional(HogQlParser.@Nullable ExpressionContext context) {
        return context == null ? null : expressions.build(context);
    }

    private static @Nullable Expr both(@Nullable Expr first, @Nullable Expr second) {
        var given = Stream.of(java.util.Optional.ofNullable(first), java.util.Optional.ofNullable(second))
                .flatMap(java.util.Optional::stream)
                .toList();
        return given.size() < 2
                ? given.stream().findFirst().orElse(null)
                : new Expr.Call(given.getFirst().at(), "and", List.of(), given, false);
    }

    static int at(ParserRuleContext context) {
        return context.getStart().getStartIndex();
    }
}
