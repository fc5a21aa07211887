package io.nightglass.hogql.check;

import io.nightglass.hogql.function.Function;
import io.nightglass.hogql.function.Functions;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An aggregate and what its name says besides: {@code sumIf} has a condition, {@code sumArray} goes through arrays. */
record Combination(Function function, Set<Part> parts) {

    enum Part {
        IF,
        ARRAY,
        DISTINCT,
        OR_NULL,
        OR_DEFAULT
    }

    private static final Map<String, Part> ENDINGS = Map.of(
            "If", Part.IF,
            "Array", Part.ARRAY,
            "Distinct", Part.DISTINCT,
            "OrNull", Part.OR_NULL,
            "OrDefault", Part.OR_DEFAULT);

    private static final List<String> UNKNOWN =
            List.of("State", "Merge", "MergeState", "SimpleState", "ForEach", "Resample", "Map", "ArgMin", "ArgMax");

    static Combination plain(Function function) {
        return new Combination(function, Set.of());
    }

    boolean has(Part part) {
        return parts.contains(part);
    }

    /** What {@code name} is put together from; {@code -If} may stand before or behind any other but {@code -Array}. */
    static Optional<Combination> named(String name) {
        var parts = EnumSet.noneOf(Part.class);
        var rest = name;
        while (true) {
            var known = Functions.named(rest);
            if (known.isPresent()) {
                var isAggregate = known.filter(Function::isAggregate);
                return isAggregate.map(function -> new Combination(function, Set.copyOf(parts)));
            }
            var before = rest;
            var ending = ENDINGS.entrySet().stream()
                    .filter(one -> before.endsWith(one.getKey())
                            && before.length() > one.getKey().length())
                    .findFirst();
            if (ending.isEmpty() || !parts.add(ending.get().getValue())) {
                return Optional.empty();
            }
            rest = before.substring(0, before.length() - ending.get().getKey().length());
        }
    }

    /** Whether {@code name} is an aggregate with an ending that has no meaning here. */
    static boolean isRefused(String name) {
        return UNKNOWN.stream()
                .filter(ending -> name.endsWith(ending) && name.length() > ending.length())
                .anyMatch(ending -> Functions.named(name.substring(0, name.length() - ending.length()))
                        .filter(Function::isAggregate)
                        .isPresent());
    }
}
