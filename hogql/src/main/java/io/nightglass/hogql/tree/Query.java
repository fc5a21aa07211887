package io.nightglass.hogql.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query as it was written. */
public sealed interface Query {
    int at();

    record Select(
            int at,
            List<Common> with,
            boolean distinct,
            List<Item> columns,
            @Nullable Source from,
            @Nullable Expr where,
            List<Expr> groupBy,
            @Nullable Expr having,
            List<Order> orderBy,
            @Nullable Expr limit,
            @Nullable Expr offset,
            Further further)
            implements Query {

        /** A query of the clauses that most have. */
        public Select(
                int at,
                List<Common> with,
                boolean distinct,
                List<Item> columns,
                @Nullable Source from,
                @Nullable Expr where,
                List<Expr> groupBy,
                @Nullable Expr having,
                List<Order> orderBy,
                @Nullable Expr limit,
                @Nullable Expr offset) {
            this(at, with, distinct, columns, from, where, groupBy, having, orderBy, limit, offset, Further.NONE);
        }

        /** {@code SELECT *} of another query, ordered and cut from outside. */
        public static Select of(Query query, List<Order> orderBy, @Nullable Expr limit, @Nullable Expr offset) {
            var all = new Item(new Expr.Star(query.at(), null), null);
            var from = new Source.Sub(query.at(), query, null);
            return new Select(
                    query.at(), List.of(), false, List.of(all), from, null, List.of(), null, orderBy, limit, offset);
        }
    }

    /** Queries of the same number of columns, put together from the left. */
    record Combined(int at, Query left, SetOperator operator, Query right) implements Query {}

    /** A query in which stands, at {@code at}, what PostHog reads and cannot be answered here. */
    record Unanswerable(int at, String what, String instead) implements Query {}

    enum SetOperator {
        UNION_ALL("UNION ALL"),
        UNION_DISTINCT("UNION DISTINCT"),
        EXCEPT("EXCEPT"),
        INTERSECT("INTERSECT"),
        INTERSECT_DISTINCT("INTERSECT DISTINCT");

        private final String text;

        SetOperator(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /**
     * {@code WITH name AS (query)}, or {@code WITH expression AS name}: one of the two is there.
     *
     * @param columns other names for the columns of the query; empty for its own
     */
    record Common(
            int at,
            String name,
            @Nullable Query query,
            @Nullable Expr expression,
            List<String> columns,
            boolean recursive) {

        public Common(int at, String name, @Nullable Query query, @Nullable Expr expression) {
            this(at, name, query, expression, List.of(), false);
        }
    }

    /** One result column. */
    record Item(Expr expression, @Nullable String alias) {}

    record Order(Expr expression, boolean descending, boolean nullsFirst) {}

    /**
     * What few queries say.
     *
     * @param kind how the keys of GROUP BY make groups
     * @param sets of GROUPING SETS, whose keys GROUP BY then has none of
     * @param windows named by WINDOW
     * @param qualify a condition on what windows answer
     * @param ties whether LIMIT takes all rows that are alike with the last
     */
    record Further(
            GroupKind kind,
            List<List<Expr>> sets,
            List<NamedWindow> windows,
            @Nullable Expr qualify,
            @Nullable LimitBy limitBy,
            boolean ties) {
        public static final Further NONE = new Further(GroupKind.PLAIN, List.of(), List.of(), null, null, false);
    }

    /** ALL groups by every column that does not aggregate. */
    enum GroupKind {
        PLAIN,
        ROLLUP,
        CUBE,
        SETS,
        ALL
    }

    record NamedWindow(String name, Expr.Window window) {}

    /** At most so many rows of each group of equal {@code by}. */
    record LimitBy(Expr limit, @Nullable Expr offset, List<Expr> by) {}

    /** What stands after FROM. */
    sealed interface Source {
        int at();

        record Named(int at, String name, @Nullable String alias) implements Source {}

        /** A function that makes rows, {@code numbers(10)}. */
        record Made(
                int at,
                String function,
                List<Expr> arguments,
                @Nullable String alias) implements Source {}

        record Sub(int at, Query query, @Nullable String alias) implements Source {}

        /** {@code (VALUES (1, 'a'), (2, 'b'))}. */
        record Rows(int at, List<List<Expr>> rows, @Nullable String alias) implements Source {}

        /** Another source under {@code columns} as names, the first ones of it when there are fewer. */
        record Renamed(int at, Source source, List<String> columns) implements Source {}

        /** A share of the rows, the same each time. */
        record Sampled(int at, Source source, double share, double offset) implements Source {}

        /**
         * ARRAY JOIN: a row for each element, of several arrays side by side.
         *
         * @param left whether a row whose array is empty stays
         */
        record Unfolded(int at, Source source, boolean left, List<Item> arrays) implements Source {}

        /** @param on null for CROSS and where {@code matching} says which columns are equal */
        record Join(
                int at,
                Source left,
                JoinKind kind,
                Source right,
                @Nullable Expr on,
                Matching matching) implements Source {

            public Join(int at, Source left, JoinKind kind, Source right, @Nullable Expr on) {
                this(at, left, kind, right, on, Matching.PLAIN);
            }
        }
    }

    enum JoinKind {
        CROSS,
        INNER,
        LEFT,
        RIGHT,
        FULL
    }

    /**
     * Which rows of the other side a row meets.
     *
     * @param using columns that are equal in both
     * @param natural whether those are all of one name
     */
    record Matching(Strictness strictness, List<Expr> using, boolean natural) {
        public static final Matching PLAIN = new Matching(Strictness.ALL, List.of(), false);
    }

    /** ALL that match, ANY one of them; SEMI keeps rows that have a match, ANTI those that have none; ASOF the nearest. */
    enum Strictness {
        ALL,
        ANY,
        SEMI,
        ANTI,
        ASOF
    }
}
