package io.nightglass.hogql.function;

/** Maps. Unlike in ClickHouse a key stands in a map once only. */
final class MapFunctions {
    static final String TABLE = """
            map               | any* -> any           | A map of keys and values in turn. m['key'] is the value, 0 or '' without one. | map('a', 1, 'b', 2)['b'] => 2
            mapFromArrays     | [T], array -> any     | A map of an array of keys and one of values. | mapFromArrays(['a', 'b'], [1, 2]) => {'a':1, 'b':2}
            mapKeys           | map -> [key]!         | The keys. | mapKeys(map('a', 1)) => ['a']
            mapValues         | map -> [value]!       | The values. | mapValues(map('a', 1)) => [1]
            mapContains, mapContainsKey | map, any -> truth! | Whether there is such a key. | mapContains(map('a', 1), 'b') => 0
            mapContainsValue  | map, any -> truth!    | Whether there is such a value. | mapContainsValue(map('a', 1), 1) => 1
            mapConcat, mapUpdate | map... -> map!     | One map of all; of the same key the last value. | mapConcat(map('a', 1, 'b', 2), map('b', 3)) => {'a':1, 'b':3}
            mapFilter         | lambda, map -> map!   | What a lambda of key and value is true for. | mapFilter((k, v) -> v > 1, map('a', 1, 'b', 2)) => {'b':2}
            mapApply          | lambda, map -> any    | Each key and value through a lambda that yields both. | mapApply((k, v) -> (k, v * 2), map('a', 1)) => {'a':2}
            mapExists         | lambda, map -> truth! | Whether a lambda of key and value is true for one. | mapExists((k, v) -> v = 1, map('a', 1)) => 1
            mapAll            | lambda, map -> truth! | Whether a lambda of key and value is true for all. | mapAll((k, v) -> v = 1, map('a', 1)) => 1
            mapSort           | map -> map!           | In the order of its keys, or by a lambda of key and value. | mapSort(map('b', 1, 'a', 2)) => {'a':2, 'b':1}
            mapReverseSort    | map -> map!           | The same, the greatest first. | mapReverseSort(map('a', 2, 'b', 1)) => {'b':1, 'a':2}
            """;

    private MapFunctions() {}
}
