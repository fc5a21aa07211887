package io.nightglass.hogql.parse;

import io.nightglass.hogql.Nearest;
import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.tree.Expr;
import io.nightglass.hogql.tree.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts values where {@code {name}} stands. A value becomes a literal of the tree: it is never read as HogQL. Who asks may
 * also give a tree of their own making, such as the condition of {@code {filters}}.
 */
record Placeholders(Map<String, @Nullable Object> values) {

    /** {@code variables.x} of {@code {variables.x}}; null when there is more than a name in the braces. */
    static @Nullable String name(Expr inside) {
        return inside instanceof Expr.Name(var at, var parts) ? String.join(".", parts) : null;
    }

    /** The query that {@code name} stands for, if it stands for one. */
    @Nullable
    Query query(String name) {
        return values.get(name) instanceof Query query ? query : null;
    }

    /** The value called {@code name}, or what is in one called as its first part: {@code variables.x}. */
    Expr fill(int at, String name) {
        if (values.containsKey(name)) {
            return literal(at, name, values.get(name));
        }
        int dot = name.indexOf('.');
        if (dot > 0 && values.get(name.substring(0, dot)) instanceof Map<?, ?> inner) {
            var rest = name.substring(dot + 1);
            if (inner.containsKey(rest)) {
                return literal(at, name, inner.get(rest));
            }
        }
        throw new QueryException(new QueryProblem.UnknownPlaceholder(at, name, Nearest.to(name, values.keySet())));
    }

    /** {@code {a + 1}}: the expression with values for all its names. */
    Expr inside(Expr expr) {
        return new Inside(this).of(expr, 0);
    }

    private Expr literal(int at, String name, @Nullable Object value) {
        return switch (value) {
            case null -> new Expr.Literal(at, null);
            case String text -> new Expr.Literal(at, text);
            case Boolean truth -> new Expr.Literal(at, truth);
            case Integer number -> new Expr.Literal(at, number.longValue());
            case Long number -> new Expr.Literal(at, number);
            case Number number -> new Expr.Literal(at, number.doubleValue());
            case Instant moment -> new Expr.Literal(at, moment);
            case LocalDate day -> new Expr.Literal(at, day);
            case Expr tree -> tree;
            case Query query -> new Expr.Subquery(at, query);
            case List<?> list ->
                new Expr.Call(
                        at,
                        "array",
                        List.of(),
                        list.stream().map(item -> literal(at, name, item)).toList(),
                        false);
            default ->
                throw new QueryException(new QueryProblem.WrongType(
                        at, "the value of {%s}".formatted(name), "an object", "a text, number, boolean, date or list"));
        };
    }
}
