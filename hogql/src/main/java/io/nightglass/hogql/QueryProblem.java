package io.nightglass.hogql;

/** What a query can get wrong. {@code at} is the 0-based character the message points to. */
public sealed interface QueryProblem {
    record Syntax(int at, String found, String expected) implements QueryProblem {}

    int at();

    /** What was found, what was expected, and the nearest known name. Quotes at most 200 characters of the input. */
    default String advice() {
        return switch (this) {
            case Syntax(var at, var found, var expected) ->
                "expected %s but found '%s' at %d".formatted(expected, found, at);
        };
    }
}
