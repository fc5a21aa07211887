package io.nightglass.hogql.checked;

import io.nightglass.hogql.Type;
import io.nightglass.hogql.tree.Query.JoinKind;
import io.nightglass.hogql.tree.Query.SetOperator;
import io.nightglass.hogql.tree.Query.Strictness;
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
            Slice slice,
            Further further)
            implements Body {

        /** The same with its columns, and what it is ordered by, of other types. */
        public Select with(List<Checked> others, List<Order> orders) {
            return new Select(
                    distinct, shape, others, from, explosions, where, grouped, groupBy, having, orders, slice, further);
        }

        /** The same rows in any order, all of them. */
        public Select withoutOrder() {
            return with(columns, List.of()).with(Slice.ALL);
        }

        /** The same rows, others of them left out. */
        public Select with(Slice other) {
            return new Select(
                    distinct,
                    shape,
                    columns,
                    from,
                    explosions,
                    where,
                    grouped,
                    groupBy,
                    having,
                    orderBy,
                    other,
                    further);
        }

        /** The same under other names. */
        public Select titled(List<Shape> names) {
            return new Select(
                    distinct,
                    names,
                    columns,
                    from,
                    explosions,
                    where,
                    grouped,
                    groupBy,
                    having,
                    orderBy,
                    slice,
                    further);
        }
    }

    /**
     * What few queries say.
     *
     * @param sets of the keys of GROUP BY, one group after the other; empty for all of them at once
     * @param qualify a condition on what windows answer
     * @param ties as many rows, in order, and those that are alike with the last
     */
    record Further(
            List<List<Checked>> sets,
            @Nullable Checked qualify,
            @Nullable LimitBy limitBy,
            @Nullable Long ties) {
        public static final Further NONE = new Further(List.of(), null, null, null);
    }

    /** Of the rows alike in {@code by}, in order, {@code count} after the first {@code skip}. */
    record LimitBy(long count, long skip, List<Checked> by) {}

    record Combined(List<Shape> shape, Body left, SetOperator operator, Body right) implements Body {}

    record Order(Checked value, boolean descending, boolean nullsFirst) {}

    /** @param limit most rows, null for all */
    record Slice(@Nullable Long limit, long offset) {
        public static final Slice ALL = new Slice(null, 0);
    }

    /**
     * Arrays side by side, a row for each place.
     *
     * @param left whether a row of empty arrays stays, with what stands for no value
     */
    record Explosion(int number, List<Checked> arrays, boolean left) {}

    /** Where the rows come from. Sources are numbered through the whole query. */
    sealed interface From {
        record Stored(int source, String table) implements From {}

        record Sub(int source, Body body) implements From {}

        /** Whole numbers: {@code count} of them from {@code first} on, one column. */
        record Numbers(int source, long first, long count) implements From {}

        /** A share of the rows, chosen by who sent them. */
        record Sampled(Stored stored, double share, double offset) implements From {}

        /** @param on null for CROSS only */
        record Join(
                From left,
                JoinKind kind,
                From right,
                @Nullable Checked on,
                Strictness strictness) implements From {}
    }
}
