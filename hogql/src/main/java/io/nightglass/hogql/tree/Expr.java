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

    /** {@code x IN (...)}; {@code items} are the members when they are listed one by one. */
    record In(int at, Expr value, List<Expr> items) implements Expr {}

    record InQuery(int at, Expr value, Query query) implements Expr {}

    /** A query in brackets that stands for its one value. */
    record Subquery(int at, Query query) implements Expr {}

    record Lambda(int at, List<String> names, Expr body) implements Expr {}
}
