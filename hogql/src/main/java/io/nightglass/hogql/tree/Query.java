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
            @Nullable Expr offset)
            implements Query {}

    /** Queries of the same number of columns, put together from the left. */
    record Combined(int at, Query left, SetOperator operator, Query right) implements Query {}

    enum SetOperator {
        UNION_ALL("UNION ALL"),
        UNION_DISTINCT("UNION DISTINCT"),
        EXCEPT("EXCEPT"),
        INTERSECT("INTERSECT");

        private final String text;

        SetOperator(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** {@code WITH name AS (query)}, or {@code WITH expression AS name}: one of the two is there. */
    record Common(
            int at,
            String name,
            @Nullable Query query,
            @Nullable Expr expression) {}

    /** One result column. */
    record Item(Expr expression, @Nullable String alias) {}

    record Order(Expr expression, boolean descending, boolean nullsFirst) {}

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

        /** @param on null for CROSS only */
        record Join(
                int at,
                Source left,
                JoinKind kind,
                Source right,
                @Nullable Expr on) implements Source {}
    }

    enum JoinKind {
        CROSS,
        INNER,
        LEFT,
        RIGHT,
        FULL
    }
}
