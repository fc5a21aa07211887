package io.nightglass.hogql.parse;

import static io.nightglass.hogql.parse.QueryBuilder.at;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.grammar.HogQlParser;
import io.nightglass.hogql.grammar.HogQlParser.JoinKindContext;
import io.nightglass.hogql.grammar.HogQlParser.RelationContext;
import io.nightglass.hogql.grammar.HogQlParser.SourceContext;
import io.nightglass.hogql.tree.Expr;
import io.nightglass.hogql.tree.Query;
import io.nightglass.hogql.tree.Query.JoinKind;
import io.nightglass.hogql.tree.Query.Matching;
import io.nightglass.hogql.tree.Query.Source;
import io.nightglass.hogql.tree.Query.Strictness;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands after FROM. */
record SourceBuilder(QueryBuilder queries, ExprBuilder expressions, Refusals refusals) {

    /** What a join says of its rows; {@code on} or {@code using} or neither. */
    private record Condition(@Nullable Expr on, List<Expr> using) {}

    Source source(SourceContext context) {
        var source = relation(context.relation());
        for (int i = 1; i < context.getChildCount(); i++) {
            switch (context.getChild(i)) {
                case HogQlParser.JoinContext join -> source = join(source, join);
                case HogQlParser.PivotContext pivot ->
                    refusals.note(
                            at(pivot),
                            pivot.PIVOT() == null ? "UNPIVOT" : "PIVOT",
                            "write a column per value, sumIf(x, y = 1), or arrayJoin() for rows");
                default -> throw new IllegalStateException("a source without a meaning: " + context.getText());
            }
        }
        return source;
    }

    private Source join(Source left, HogQlParser.JoinContext context) {
        if (context.POSITIONAL() != null) {
            refusals.note(at(context), "POSITIONAL JOIN", "join on row_number() OVER ()");
        }
        var right = relation(context.relation());
        if (context.JOIN() == null || context.CROSS() != null) {
            return new Source.Join(at(context), left, JoinKind.CROSS, right, null);
        }
        for (var inner : context.inner()) {
            right = joined(right, inner.joinKind(), relation(inner.relation()), condition(inner.constraint()));
        }
        var condition = condition(context.constraint());
        var join = joined(left, context.joinKind(), right, condition);
        return context.NATURAL() == null
                ? join
                : new Source.Join(
                        at(context),
                        left,
                        join.kind(),
                        right,
                        condition.on(),
                        new Matching(join.matching().strictness(), condition.using(), true));
    }

    private static Source.Join joined(Source left, @Nullable JoinKindContext kind, Source right, Condition condition) {
        int at = kind == null ? right.at() : at(kind);
        return new Source.Join(
                at, left, kind(kind), right, condition.on(), new Matching(strictness(kind), condition.using(), false));
    }

    private static JoinKind kind(@Nullable JoinKindContext context) {
        return context == null || context.side == null
                ? JoinKind.INNER
                : JoinKind.valueOf(context.side.getText().toUpperCase(Locale.ROOT));
    }

    private static Strictness strictness(@Nullable JoinKindContext context) {
        return context == null || context.match == null
                ? Strictness.ALL
                : Strictness.valueOf(context.match.getText().toUpperCase(Locale.ROOT));
    }

    private Condition condition(HogQlParser.@Nullable ConstraintContext context) {
        if (context == null) {
            return new Condition(null, List.of());
        }
        if (context.ON() != null) {
            if (context.expression().size() > 1) {
                var second = context.expression(1);
                throw new QueryException(new QueryProblem.Syntax(
                        at(second), second.getText(), "one condition after ON; join them with AND"));
            }
            return new Condition(expressions.build(context.expression(0)), List.of());
        }
        var columns = new ArrayList<Expr>();
        for (var expression : expressions.all(context.expression())) {
            if (expression instanceof Expr.Call(var at, var function, var ignored, var items, var distinct)
                    && function.equals("tuple")) {
                columns.addAll(items);
            } else {
                columns.add(expression);
            }
        }
        return new Condition(null, List.copyOf(columns));
    }

    /** FINAL changes nothing: an event that arrived twice is kept once. */
    private Source relation(RelationContext context) {
        if (context.source() != null) {
            return source(context.source());
        }
        var titles = context.titled();
        var alias = titles.isEmpty() ? null : alias(titles.getLast());
        var source = table(context.table(), alias);
        if (!titles.isEmpty() && titles.getLast().names() != null) {
            source = new Source.Renamed(
                    at(context), source, names(titles.getLast().names()));
        }
        return context.sample() == null ? source : sampled(source, context.sample());
    }

    private static String alias(HogQlParser.TitledContext context) {
        return ExprBuilder.name(context.word() != null ? context.word() : context.plain());
    }

    static List<String> names(HogQlParser.NamesContext context) {
        return context.label().stream().map(ExprBuilder::name).toList();
    }

    private Source table(HogQlParser.TableContext context, @Nullable String alias) {
        return switch (context) {
            case HogQlParser.MadeContext made ->
                new Source.Made(
                        at(made),
                        ExprBuilder.name(made.name()),
                        made.list() == null ? List.of() : expressions.list(made.list()),
                        alias);
            case HogQlParser.NamedContext named ->
                new Source.Named(
                        at(named),
                        named.label().stream().map(ExprBuilder::name).collect(Collectors.joining(".")),
                        alias);
            case HogQlParser.SubContext sub -> new Source.Sub(at(sub), queries.query(sub.query()), alias);
            case HogQlParser.RowsContext rows ->
                new Source.Rows(
                        at(rows),
                        rows.row().stream()
                                .map(row -> expressions.list(row.list()))
                                .toList(),
                        alias);
            case HogQlParser.BracedTableContext braced ->
                new Source.Sub(at(braced), queries.filled(braced.braced()), alias);
            case HogQlParser.TagTableContext tag -> new Source.Sub(at(tag), queries.tag(tag.tag()), alias);
            default -> throw new IllegalStateException("a table without a meaning: " + context.getText());
        };
    }

    private Source sampled(Source source, HogQlParser.SampleContext context) {
        var share = ratio(context.ratio(0));
        var offset = context.ratio().size() == 1 ? Double.valueOf(0) : ratio(context.ratio(1));
        return new Source.Sampled(at(context), source, share, offset);
    }

    private double ratio(HogQlParser.RatioContext context) {
        if (context.braced() != null) {
            if (expressions.build(context.braced()) instanceof Expr.Literal(var at, Number value)) {
                return value.doubleValue();
            }
            refusals.note(at(context), "SAMPLE of something that is no number", "write a share from 0 to 1");
            return 1;
        }
        double first = signed(context.signed(0));
        double share = context.signed().size() == 1 ? first : first / signed(context.signed(1));
        return context.getText().endsWith("%") ? share / 100 : share;
    }

    private static double signed(HogQlParser.SignedContext context) {
        double number = ((Number) Literals.number(context.number())).doubleValue();
        return context.getText().startsWith("-") ? -number : number;
    }

    Source unfolded(@Nullable Source source, HogQlParser.ArrayJoinContext context) {
        if (source == null) {
            throw new QueryException(new QueryProblem.Syntax(at(context), "ARRAY JOIN", "FROM and a table before it"));
        }
        var arrays = new ArrayList<Query.Item>();
        for (var expression : context.list().expression()) {
            if (!(expressions.build(expression) instanceof Expr.Aliased(var at, var value, var alias))) {
                throw new QueryException(
                        new QueryProblem.Syntax(at(expression), expression.getText(), "an alias: ARRAY JOIN x AS y"));
            }
            arrays.add(new Query.Item(value, alias));
        }
        boolean left = context.kind != null && context.kind.getText().equalsIgnoreCase("left");
        return new Source.Unfolded(at(context), source, left, List.copyOf(arrays));
    }
}
