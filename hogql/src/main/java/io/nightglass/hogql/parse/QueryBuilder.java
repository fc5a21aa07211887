package io.nightglass.hogql.parse;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.grammar.HogQlParser;
import io.nightglass.hogql.grammar.HogQlParser.MemberContext;
import io.nightglass.hogql.grammar.HogQlParser.QueryContext;
import io.nightglass.hogql.grammar.HogQlParser.SelectContext;
import io.nightglass.hogql.grammar.HogQlParser.SetOperatorContext;
import io.nightglass.hogql.tree.Expr;
import io.nightglass.hogql.tree.Query;
import io.nightglass.hogql.tree.Query.SetOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Queries and their clauses, from the parser's tree to ours. */
final class QueryBuilder {
    private final Placeholders placeholders;
    private final Refusals refusals = new Refusals();
    private final ExprBuilder expressions;
    private final ClauseBuilder clauses;
    private final SourceBuilder sources;

    QueryBuilder(Placeholders placeholders) {
        this.placeholders = placeholders;
        this.expressions = new ExprBuilder(placeholders, this);
        this.clauses = new ClauseBuilder(expressions, refusals);
        this.sources = new SourceBuilder(this, expressions, refusals);
    }

    Query build(HogQlParser.StatementContext statement) {
        return refusals.instead(query(statement.query()));
    }

    Query.Item item(HogQlParser.ColumnTextContext text) {
        return refusals.none(item(text.item()));
    }

    Query.Order order(HogQlParser.OrderTextContext text) {
        return refusals.none(clauses.order(text.order()));
    }

    Query query(QueryContext context) {
        var query = members(context);
        var orders = clauses.orders(context.orderBy());
        var limits = clauses.limits(context.limits());
        if (orders.isEmpty() && limits.isNone()) {
            return query;
        }
        if (limits.ties()) {
            refusals.note(at(context), "LIMIT WITH TIES of queries put together", "order and limit a subquery");
        }
        return Query.Select.of(query, orders, limits.count(), limits.skip());
    }

    /** INTERSECT binds tighter than the other operators, which go from the left. */
    private Query members(QueryContext context) {
        var members =
                new ArrayList<>(context.member().stream().map(this::member).toList());
        var operators = new ArrayList<>(context.setOperator());
        for (int i = 0; i < operators.size(); ) {
            if (operators.get(i).INTERSECT() != null) {
                var left = members.get(i);
                members.set(i, combined(left, operators.remove(i), members.remove(i + 1)));
            } else {
                i++;
            }
        }
        var query = members.getFirst();
        for (int i = 0; i < operators.size(); i++) {
            query = combined(query, operators.get(i), members.get(i + 1));
        }
        return query;
    }

    private Query combined(Query left, SetOperatorContext operator, Query right) {
        if (operator.byName() != null) {
            refusals.note(
                    at(operator), operator.op.getText() + " BY NAME", "name the columns in the same order in both");
        }
        return new Query.Combined(at(operator), left, operator(operator), right);
    }

    /** EXCEPT and INTERSECT alone are those with ALL, as in ClickHouse. */
    private static SetOperator operator(SetOperatorContext context) {
        if (context.EXCEPT() != null) {
            return SetOperator.EXCEPT;
        }
        if (context.INTERSECT() != null) {
            return context.DISTINCT() == null ? SetOperator.INTERSECT : SetOperator.INTERSECT_DISTINCT;
        }
        return context.ALL() != null ? SetOperator.UNION_ALL : SetOperator.UNION_DISTINCT;
    }

    private Query member(MemberContext context) {
        if (context.select() != null) {
            return select(context.select());
        }
        if (context.query() != null) {
            var query = query(context.query());
            return context.with() == null ? query : with(commons(context.with()), query);
        }
        return context.braced() != null ? filled(context.braced()) : tag(context.tag());
    }

    /** {@code WITH a AS (...) (SELECT ...)}: the innermost queries know {@code a}. */
    private static Query with(List<Query.Common> commons, Query query) {
        var all = Query.Select.of(query, List.of(), null, null);
        return new Query.Select(
                all.at(),
                commons,
                false,
                all.columns(),
                all.from(),
                null,
                List.of(),
                null,
                List.of(),
                null,
                null,
                Query.Further.NONE);
    }

    /** A placeholder for a whole query. */
    Query filled(HogQlParser.BracedContext context) {
        if (!(context instanceof HogQlParser.ValueContext value)) {
            throw new QueryException(new QueryProblem.Syntax(at(context), "a map", "a query or a {placeholder}"));
        }
        var name = Placeholders.name(expressions.build(value.expression()));
        if (name != null && placeholders.query(name) instanceof Query query) {
            return query;
        }
        refusals.note(at(context), context.getText() + " in place of a query", "write the query");
        return new Query.Unanswerable(at(context), context.getText(), "write the query");
    }

    Query tag(HogQlParser.TagContext context) {
        Tags.check(context);
        refusals.note(at(context), "a <tag>", "write the query it stands for");
        return new Query.Unanswerable(at(context), "a <tag>", "write the query it stands for");
    }

    private List<Query.Common> commons(HogQlParser.@Nullable WithContext context) {
        return context == null
                ? List.of()
                : context.common().stream()
                        .map(common -> common(common, context.RECURSIVE() != null))
                        .toList();
    }

    private Query.Common common(HogQlParser.CommonContext context, boolean recursive) {
        var name = ExprBuilder.name(context.label());
        if (context.query() == null) {
            return new Query.Common(at(context), name, null, expressions.build(context.expression()));
        }
        if (context.USING() != null) {
            refusals.note(at(context), "USING KEY", "leave it out");
        }
        var columns = context.USING() == null || context.names().size() > 1
                ? context.names()
                : List.<HogQlParser.NamesContext>of();
        return new Query.Common(
                at(context),
                name,
                query(context.query()),
                null,
                columns.isEmpty() ? List.of() : SourceBuilder.names(columns.getFirst()),
                recursive);
    }

    private Query select(SelectContext context) {
        var limits = clauses.limits(context.limits());
        var source = context.source() == null ? null : sources.source(context.source());
        return new Query.Select(
                at(context),
                commons(context.with()),
                context.DISTINCT() != null,
                context.item().stream().map(this::item).toList(),
                context.arrayJoin() == null ? source : sources.unfolded(source, context.arrayJoin()),
                both(optional(context.prewhere), optional(context.where)),
                clauses.keys(context.groupBy()),
                optional(context.having),
                clauses.orders(context.orderBy()),
                limits.count(),
                limits.skip(),
                clauses.further(context, limits));
    }

    private Query.Item item(HogQlParser.ItemContext context) {
        var alias = context.bare() == null ? null : ExprBuilder.name(context.bare());
        if (alias != null && context.expression().getText().equalsIgnoreCase("from")) {
            throw new QueryException(
                    new QueryProblem.Syntax(at(context), context.expression().getText(), "an expression"));
        }
        var expression = expressions.build(context.expression());
        if (context.title != null) {
            return new Query.Item(
                    alias == null ? expression : new Expr.Aliased(at(context), expression, alias),
                    ExprBuilder.name(context.title));
        }
        return alias == null && expression instanceof Expr.Aliased(var at, var value, var last)
                ? new Query.Item(value, last)
                : new Query.Item(expression, alias);
    }

    private @Nullable Expr optional(HogQlParser.@Nullable ExpressionContext context) {
        return context == null ? null : expressions.build(context);
    }

    private static @Nullable Expr both(@Nullable Expr first, @Nullable Expr second) {
        var given = Stream.of(Optional.ofNullable(first), Optional.ofNullable(second))
                .flatMap(Optional::stream)
                .toList();
        return given.size() < 2
                ? given.stream().findFirst().orElse(null)
                : new Expr.Call(given.getFirst().at(), "and", List.of(), given, false);
    }

    Refusals refusals() {
        return refusals;
    }

    ClauseBuilder clauses() {
        return clauses;
    }

    static int at(ParserRuleContext context) {
        return context.getStart().getStartIndex();
    }
}
