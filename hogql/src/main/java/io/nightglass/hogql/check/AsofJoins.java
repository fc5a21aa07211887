package io.nightglass.hogql.check;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.checked.Body.From;
import io.nightglass.hogql.checked.Checked;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a row's nearest one is found by: columns that are equal in both tables, and one that is before or after. */
final class AsofJoins {
    private static final Set<String> ORDERS = Set.of("less", "lessOrEquals", "greater", "greaterOrEquals");
    private static final int ELSEWHERE = -1;

    private AsofJoins() {}

    static void check(int at, @Nullable Checked on, From left) {
        var conditions = on == null ? List.<Checked>of() : conjuncts(on).toList();
        var lefts = new HashSet<Integer>();
        sources(left, lefts);
        long orders = conditions.stream()
                .filter(one -> one instanceof Checked.Call call
                        && ORDERS.contains(call.function().name()))
                .filter(one -> compares(one, lefts))
                .count();
        long equalities = conditions.stream()
                .filter(one -> one instanceof Checked.Call call
                        && call.function().name().equals("equals"))
                .filter(one -> compares(one, lefts))
                .count();
        if (orders != 1 || equalities == 0 || orders + equalities != conditions.size()) {
            throw new QueryException(new QueryProblem.Unsupported(
                    at,
                    "this condition of ASOF JOIN",
                    "write a.key = b.key AND a.time >= b.time, and other conditions into a subquery"));
        }
    }

    private static Stream<Checked> conjuncts(Checked on) {
        return on instanceof Checked.Call(var function, var arguments, var type)
                        && function.name().equals("and")
                ? arguments.stream().flatMap(AsofJoins::conjuncts)
                : Stream.of(on);
    }

    /** Whether one side of the comparison is of the left table and the other of the right one. */
    private static boolean compares(Checked condition, Set<Integer> lefts) {
        var arguments = ((Checked.Call) condition).arguments();
        var first = new HashSet<Integer>();
        var second = new HashSet<Integer>();
        sources(arguments.getFirst(), first);
        sources(arguments.getLast(), second);
        boolean known =
                !first.isEmpty() && !second.isEmpty() && !first.contains(ELSEWHERE) && !second.contains(ELSEWHERE);
        return known
                && (lefts.containsAll(first) && second.stream().noneMatch(lefts::contains)
                        || lefts.containsAll(second) && first.stream().noneMatch(lefts::contains));
    }

    private static void sources(From from, Set<Integer> into) {
        switch (from) {
            case From.Stored(var source, var table) -> into.add(source);
            case From.Sub(var source, var body) -> into.add(source);
            case From.Numbers(var source, var first, var count) -> into.add(source);
            case From.Sampled(From.Stored(var source, var table), var share, var offset) -> into.add(source);
            case From.Join(var left, var kind, var right, var on, var strictness) -> {
                sources(left, into);
                sources(right, into);
            }
        }
    }

    private static void sources(Checked value, Set<Integer> into) {
        switch (value) {
            case Checked.Column(var source, var table, var name, var type) -> into.add(source);
            case Checked.Output(var source, var index, var type) -> into.add(source);
            case Checked.Property(var source, var name, var type) -> into.add(source);
            case Checked.Member(var json, var path, var type) -> sources(json, into);
            case Checked.Convert(var inner, var type) -> sources(inner, into);
            case Checked.Call(var function, var arguments, var type) ->
                arguments.forEach(argument -> sources(argument, into));
            case Checked.Constant constant -> {}
            case Checked.Variable variable -> {}
            case Checked.Lambda(var variable, var body, var type) -> sources(body, into);
            case Checked.In(var one, var items, var orNull, var type) -> into.add(ELSEWHERE);
            case Checked.Aggregate aggregate -> into.add(ELSEWHERE);
            case Checked.Windowed windowed -> into.add(ELSEWHERE);
            case Checked.InQuery in -> into.add(ELSEWHERE);
            case Checked.Exploded exploded -> into.add(ELSEWHERE);
            case Checked.Scalar scalar -> into.add(ELSEWHERE);
        }
    }
}
