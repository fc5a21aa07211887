package io.nightglass.hogql.parse;

import static io.nightglass.hogql.parse.QueryBuilder.at;

import io.nightglass.hogql.grammar.HogQlParser;
import io.nightglass.hogql.grammar.HogQlParser.GroupByContext;
import io.nightglass.hogql.grammar.HogQlParser.LimitsContext;
import io.nightglass.hogql.grammar.HogQlParser.OrderByContext;
import io.nightglass.hogql.grammar.HogQlParser.SelectContext;
import io.nightglass.hogql.grammar.HogQlParser.WindowBodyContext;
import io.nightglass.hogql.tree.Expr;
import io.nightglass.hogql.tree.Query;
import io.nightglass.hogql.tree.Query.GroupKind;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** GROUP BY, ORDER BY, LIMIT, windows. */
record ClauseBuilder(ExprBuilder expressions, Refusals refusals) {

    /** LIMIT and OFFSET of one place. */
    record Limits(@Nullable Expr count, @Nullable Expr skip, boolean ties) {
        boolean isNone() {
            return count == null && skip == null;
        }
    }

    /** {@code LIMIT 2, 3} skips two, as in ClickHouse. */
    Limits limits(@Nullable LimitsContext context) {
        if (context == null) {
            return new Limits(null, null, false);
        }
        if (context.share != null) {
            refusals.note(at(context), "LIMIT of a share of the rows", "limit by a number of rows");
        }
        var skip = context.skip == null ? null : expressions.build(context.skip);
        if (context.second != null) {
            if (skip != null) {
                refusals.note(at(context), "LIMIT with two offsets", "write LIMIT n OFFSET m");
            }
            return new Limits(
                    expressions.build(context.second), expressions.build(context.count), context.TIES() != null);
        }
        return new Limits(
                context.count == null ? null : expressions.build(context.count), skip, context.TIES() != null);
    }

    /** What a SELECT says beyond the usual clauses. */
    Query.Further further(SelectContext context, Limits limits) {
        if (context.totals != null) {
            refusals.note(
                    context.totals.getStartIndex(),
                    "WITH TOTALS",
                    "write GROUP BY ROLLUP(...), whose last row has the totals");
        }
        var further = new Query.Further(
                kind(context),
                sets(context.groupBy()),
                context.window().stream().map(this::named).toList(),
                context.qualify == null ? null : expressions.build(context.qualify),
                limitBy(context.limitBy()),
                limits.ties());
        return further.equals(Query.Further.NONE) ? Query.Further.NONE : further;
    }

    private GroupKind kind(SelectContext context) {
        var group = context.groupBy();
        boolean made = group != null && (group.rolled != null || group.cubed != null || group.SETS() != null);
        if (made && (context.rolled != null || context.cubed != null)) {
            refusals.note(at(context.groupBy()), "GROUP BY grouped twice over", "leave out WITH ROLLUP or WITH CUBE");
        }
        if (context.rolled != null || group != null && group.rolled != null) {
            return GroupKind.ROLLUP;
        }
        if (context.cubed != null || group != null && group.cubed != null) {
            return GroupKind.CUBE;
        }
        if (group != null && group.SETS() != null) {
            return GroupKind.SETS;
        }
        return group != null && group.all != null ? GroupKind.ALL : GroupKind.PLAIN;
    }

    List<Expr> keys(@Nullable GroupByContext context) {
        return context == null || context.list() == null ? List.of() : expressions.list(context.list());
    }

    private List<List<Expr>> sets(@Nullable GroupByContext context) {
        return context == null
                ? List.of()
                : context.groupingSet().stream()
                        .map(set -> set.list() == null ? List.<Expr>of() : expressions.list(set.list()))
                        .toList();
    }

    private Query.@Nullable LimitBy limitBy(HogQlParser.@Nullable LimitByContext context) {
        if (context == null) {
            return null;
        }
        var first = expressions.build(context.first);
        var second = context.second == null ? null : expressions.build(context.second);
        boolean skipsFirst = context.op != null && context.op.getText().equals(",");
        return new Query.LimitBy(
                skipsFirst ? Objects.requireNonNull(second) : first,
                skipsFirst ? first : second,
                expressions.list(context.list()));
    }

    List<Query.Order> orders(@Nullable OrderByContext context) {
        if (context == null) {
            return List.of();
        }
        if (context.interpolate() != null) {
            refusals.note(at(context.interpolate()), "INTERPOLATE", "join with numbers() to fill gaps");
        }
        return context.order().stream().map(this::order).toList();
    }

    Query.Order order(HogQlParser.OrderContext context) {
        if (context.FILL() != null) {
            refusals.note(at(context), "ORDER BY ... WITH FILL", "join with numbers() to fill gaps");
        }
        if (context.COLLATE() != null) {
            refusals.note(at(context), "COLLATE", "texts are ordered by their bytes; order by lower(...)");
        }
        return new Query.Order(
                expressions.build(context.expression(0)),
                context.DESC() != null || context.DESCENDING() != null,
                context.first != null);
    }

    private Query.NamedWindow named(HogQlParser.WindowContext context) {
        return new Query.NamedWindow(ExprBuilder.name(context.label()), window(at(context), context.windowBody()));
    }

    Expr.Window window(int at, WindowBodyContext context) {
        return new Expr.Window(
                at,
                context.list() == null ? List.of() : expressions.list(context.list()),
                orders(context.orderBy()),
                frame(context.frame()));
    }

    /** Of one bound, the frame ends at the current row. */
    private Expr.@Nullable Frame frame(HogQlParser.@Nullable FrameContext context) {
        if (context == null) {
            return null;
        }
        boolean byRows = context.ROWS() != null;
        var from = bound(context.bound(0));
        return context.bound().size() == 1
                ? new Expr.Frame(byRows, from, new Expr.Bound(Expr.Side.CURRENT, null))
                : new Expr.Frame(byRows, from, bound(context.bound(1)));
    }

    private Expr.Bound bound(HogQlParser.BoundContext context) {
        if (context.CURRENT() != null) {
            return new Expr.Bound(Expr.Side.CURRENT, null);
        }
        return new Expr.Bound(
                context.PRECEDING() != null ? Expr.Side.BEFORE : Expr.Side.AFTER,
                context.expression() == null ? null : expressions.build(context.expression()));
    }
}
