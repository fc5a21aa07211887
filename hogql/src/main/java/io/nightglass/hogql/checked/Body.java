package io.nightglass.hogql.checked;

import io.nightglass.hogql.Type;
import io.nightglass.hogql.tree.Query.JoinKind;
import io.nightglass.hogql.tree.Query.SetOperator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A checked query or subquery. */
public sealed interface Body {
    /** What its rows hold, in order. */
    List<Shape> shape();

    /** @param name as it is shown; two may be the same */
    record Shape(String name, Type type) {}

    /**
     * @param explosions arrays whose elements multiply the rows before anything else
     * @param grouped whether rows fall into groups, be it one group without GROUP BY
     */
    record Select(
            boolean distinct,
            List<Shape> shape,
            List<Checked> columns,
            @Nullable From from,
            List<Explosion> explosions,
            @Nullable Checked where,
            boolean grouped,
            List<Checked> groupBy,
            @Nullable Checked having,
            List<Order> orderBy,
            Slice slice)
            implements Body {

        /** The same with its columns, and what it is ordered by, of other types. */
        public Select with(List<Checked> others, List<Order> orders) {
            return new Select(
                    distinct, shape, others, from, explosions, where, grouped, groupBy, having, orders, slice);
        }

        /** The same rows in any order, all of them. */
        public Select withoutOrder() {
            return new Select(
                    distinct, shape, columns, from, explosions, where, grouped, groupBy, having, List.of(), Slice.ALL);
        }

        /** The same rows, others of them left out. */
        public Select with(Slice other) {
            return new Select(
                    distinct, shape, columns, from, explosions, where, grouped, groupBy, having, orderBy, other);
        }
    }

    record Combined(List<Shape> shape, Body left, SetOperator operator, Body right) implements Body {}

    record Order(Checked value, boolean descending, boolean nullsFirst) {}

    /** @param limit most rows, null for all */
    record Slice(@Nullable Long limit, long offset) {
        public static final Slice ALL = new Slice(null, 0);
    }

    record Explosion(int number, Checked array) {}

    /** Where the rows come from. Sources are numbered through the whole query. */
    sealed interface From {
        record Stored(int source, String table) implements From {}

        record Sub(int source, Body body) implements From {}

        /** Whole numbers: {@code count} of them from {@code first} on, one column. */
        record Numbers(int source, long first, long count) implements From {}

        /** @param on null for CROSS only */
        record Join(
                From left,
                JoinKind kind,
                From right,
                @Nullable Checked on) implements From {}
    }
}
