package io.nightglass.hogql.parse;

import io.nightglass.hogql.Nearest;
import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.tree.Expr;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts values where {@code {name}} stands. A value becomes a literal of the tree: it is never read as HogQL. */
record Placeholders(Map<String, @Nullable Object> values) {

    Expr fill(int at, String name) {
        if (!values.containsKey(name)) {
            throw new QueryException(new QueryProblem.UnknownPlaceholder(at, name, Nearest.to(name, values.keySet())));
        }
        return literal(at, name, values.get(name));
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
