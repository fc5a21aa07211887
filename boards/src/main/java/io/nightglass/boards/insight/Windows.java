package io.nightglass.boards.insight;

import io.nightglass.hogql.tree.Expr;
import io.nightglass.hogql.tree.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions over the rows around a row. */
final class Windows {
    private Windows() {}

    /** {@code row_number() OVER (PARTITION BY ... ORDER BY ...)} and the like. */
    static Expr over(String function, List<Expr> partition, List<Query.Order> order) {
        return new Expr.Over(
                0, new Expr.Call(0, function), null, new Expr.Window(0, partition, order, (Expr.@Nullable Frame) null));
    }

    /** An aggregate over the rows after a row. @param first how far on the first of them is; 0 for the row itself */
    static Expr following(Expr aggregate, List<Expr> partition, List<Query.Order> order, int first) {
        return within(
                aggregate,
                partition,
                order,
                new Expr.Frame(true, further(first), new Expr.Bound(Expr.Side.AFTER, null)));
    }

    /** An aggregate over the one row that stands so many after a row. */
    static Expr further(Expr aggregate, List<Expr> partition, List<Query.Order> order, int distance) {
        return within(aggregate, partition, order, new Expr.Frame(true, further(distance), further(distance)));
    }

    private static Expr.Bound further(int rows) {
        return rows == 0
                ? new Expr.Bound(Expr.Side.CURRENT, null)
                : new Expr.Bound(Expr.Side.AFTER, Trees.literal((long) rows));
    }

    private static Expr within(Expr aggregate, List<Expr> partition, List<Query.Order> order, Expr.Frame frame) {
        return new Expr.Over(0, (Expr.Call) aggregate, null, new Expr.Window(0, partition, order, frame));
    }
}
