package io.nightglass.hogql.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression as it was written, names not looked up yet. Operators, CASE, INTERVAL, BETWEEN, indexing are calls of
 * the function that means the same ({@code a + b} is {@code plus(a, b)}), so that there are few forms.
 */
public sealed interface Expr {
    /** The 0-based character of the text it begins at. */
    int at();

    /** @param value null, Boolean, Long, Double, String, java.time.Instant or java.time.LocalDate */
    record Literal(int at, @Nullable Object value) implements Expr {}

    /** {@code a}, {@code t.a}, {@code properties.$ai_model}: the parts between the dots, unquoted. */
    record Name(int at, List<String> parts) implements Expr {}

    /** @param parameters of a parametric aggregate: the 0.95 of {@code quantile(0.95)(x)} */
    record Call(int at, String function, List<Expr> parameters, List<Expr> arguments, boolean distinct)
            implements Expr {
        public Call(int at, String function, Expr... arguments) {
            this(at, function, List.of(), List.of(arguments), false);
        }
    }

    /** {@code *} or {@code t.*}. */
    record Star(int at, @Nullable String source) implements Expr {}

    /**
     * Several columns: {@code COLUMNS('regex')}, {@code COLUMNS(a, b)}, {@code * EXCLUDE (a)}, {@code COLUMNS(* REPLACE
     * (b AS a))}.
     *
     * @param pattern which columns, null for all
     * @param listed instead of any others, unless empty
     * @param replaced expressions that stand for the columns of their aliases
     */
    record Columns(
            int at,
            @Nullable String source,
            @Nullable String pattern,
            List<Expr> listed,
            List<String> excluded,
            List<Query.Item> replaced)
            implements Expr {}

    /** {@code x IN (...)}; {@code items} are the members when they are listed one by one. */
    record In(int at, Expr value, List<Expr> items) implements Expr {}

    record InQuery(int at, Expr value, Query query) implements Expr {}

    /** A query in brackets that stands for its one value. */
    record Subquery(int at, Query query) implements Expr {}

    record Lambda(int at, List<String> names, Expr body) implements Expr {}

    /** {@code (a AS b)} inside an expression: {@code b} may be used elsewhere in the SELECT. */
    record Aliased(int at, Expr value, String alias) implements Expr {}

    /** {@code f(x) OVER (...)} or {@code OVER name}, whose window is then empty. */
    record Over(int at, Call call, @Nullable String name, Window window) implements Expr {}

    /** The rows a window function sees: those of the same partition, in order, within the frame. */
    record Window(
            int at,
            List<Expr> partition,
            List<Query.Order> order,
            @Nullable Frame frame) {}

    /** @param byRows counts rows, else by the value that is ordered by */
    record Frame(boolean byRows, Bound from, Bound to) {}

    /** @param distance null for the current row, and where the frame goes as far as there are rows */
    record Bound(Side side, @Nullable Expr distance) {}

    /** Where an end of a frame lies, seen from the current row. */
    enum Side {
        BEFORE,
        CURRENT,
        AFTER
    }
}
