package io.nightglass.hogql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a query can get wrong. {@code at} is the 0-based character the message points to. */
public sealed interface QueryProblem {
    int at();

    record Syntax(int at, String found, String expected) implements QueryProblem {}

    record UnknownTable(int at, String name, @Nullable String nearest, List<String> known) implements QueryProblem {}

    record UnknownColumn(int at, String name, @Nullable String nearest) implements QueryProblem {}

    record AmbiguousColumn(int at, String name, List<String> sources) implements QueryProblem {}

    record UnknownFunction(int at, String name, @Nullable String nearest) implements QueryProblem {}

    record UnknownPlaceholder(int at, String name, @Nullable String nearest) implements QueryProblem {}

    /** @param usage the function's signature */
    record WrongArguments(int at, String function, int given, String usage) implements QueryProblem {}

    record WrongType(int at, String what, String found, String expected) implements QueryProblem {}

    record AggregateMisplaced(int at, String function, String where) implements QueryProblem {}

    record NotGrouped(int at, String column) implements QueryProblem {}

    /** @param limit what is allowed, in {@code unit} */
    record TooLarge(int at, String what, long limit, String unit) implements QueryProblem {}

    record Unsupported(int at, String what, String instead) implements QueryProblem {}

    /**
     * Found while answering: a division by zero, an overflow. Thrown by stores.
     *
     * @param what the store's own words, which quote nothing of the input
     */
    record NotComputable(int at, String what) implements QueryProblem {}

    /** What was found, what was expected, and the nearest known name. Quotes at most 200 characters of the input. */
    default String advice() {
        return switch (this) {
            case Syntax(var at, var found, var expected) ->
                "expected %s but found %s at %d".formatted(expected, found.isEmpty() ? "the end" : quote(found), at);
            case UnknownTable(var at, var name, var nearest, var known) ->
                "no table %s at %d; %s".formatted(quote(name), at, suggest(nearest, "there are " + listed(known)));
            case UnknownColumn(var at, var name, var nearest) ->
                "no column %s at %d; %s"
                        .formatted(quote(name), at, suggest(nearest, "event properties are written properties.name"));
            case AmbiguousColumn(var at, var name, var sources) ->
                "column %s at %d could be of %s; write the table before it".formatted(quote(name), at, listed(sources));
            case UnknownFunction(var at, var name, var nearest) ->
                "no function %s at %d; %s".formatted(quote(name), at, suggest(nearest, "docs/hogql.md lists them all"));
            case UnknownPlaceholder(var at, var name, var nearest) ->
                "no value for placeholder {%s} at %d; %s"
                        .formatted(shortened(name), at, suggest(nearest, "give it in values"));
            case WrongArguments(var at, var function, var given, var usage) ->
                "%s at %d does not take %d arguments; write %s".formatted(shortened(function), at, given, usage);
            case WrongType(var at, var what, var found, var expected) ->
                "%s at %d is %s where %s is expected".formatted(shortened(what), at, shortened(found), expected);
            case AggregateMisplaced(var at, var function, var where) ->
                "aggregate %s at %d cannot stand %s".formatted(shortened(function), at, where);
            case NotGrouped(var at, var column) ->
                "%s at %d is neither in GROUP BY nor under an aggregate; group by it or write any(%s)"
                        .formatted(shortened(column), at, shortened(column));
            case TooLarge(var at, var what, var limit, var unit) ->
                "%s at %d is beyond the limit of %d %s".formatted(what, at, limit, unit);
            case Unsupported(var at, var what, var instead) ->
                "%s at %d is not supported; %s".formatted(shortened(what), at, instead);
            case NotComputable(var at, var what) -> what;
        };
    }

    /** The same at another place: what was read as a part of more has its own places for whoever wrote it. */
    default QueryProblem movedTo(int place) {
        return switch (this) {
            case Syntax(var at, var found, var expected) -> new Syntax(place, found, expected);
            case UnknownTable(var at, var name, var nearest, var known) ->
                new UnknownTable(place, name, nearest, known);
            case UnknownColumn(var at, var name, var nearest) -> new UnknownColumn(place, name, nearest);
            case AmbiguousColumn(var at, var name, var sources) -> new AmbiguousColumn(place, name, sources);
            case UnknownFunction(var at, var name, var nearest) -> new UnknownFunction(place, name, nearest);
            case UnknownPlaceholder(var at, var name, var nearest) -> new UnknownPlaceholder(place, name, nearest);
            case WrongArguments(var at, var function, var given, var usage) ->
                new WrongArguments(place, function, given, usage);
            case WrongType(var at, var what, var found, var expected) -> new WrongType(place, what, found, expected);
            case AggregateMisplaced(var at, var function, var where) -> new AggregateMisplaced(place, function, where);
            case NotGrouped(var at, var column) -> new NotGrouped(place, column);
            case TooLarge(var at, var what, var limit, var unit) -> new TooLarge(place, what, limit, unit);
            case Unsupported(var at, var what, var instead) -> new Unsupported(place, what, instead);
            case NotComputable(var at, var what) -> new NotComputable(place, what);
        };
    }

    private static String suggest(@Nullable String nearest, String otherwise) {
        return nearest == null ? otherwise : "did you mean %s?".formatted(quote(nearest));
    }

    private static String listed(List<String> names) {
        return shortened(String.join(", ", names));
    }

    private static String quote(String text) {
        return "'" + shortened(text) + "'";
    }

    private static String shortened(String text) {
        int end = text.offsetByCodePoints(0, Math.min(60, text.codePointCount(0, text.length())));
        return end == text.length() ? text : text.substring(0, end) + "…";
    }
}
