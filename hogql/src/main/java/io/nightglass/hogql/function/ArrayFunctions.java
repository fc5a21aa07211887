package io.nightglass.hogql.function;

/** Arrays count from 1. */
final class ArrayFunctions {
    static final String TABLE = """
            array                 | T* -> [T]!                | An array; [a, b] is this. | array(1, 2) => [1, 2]
            tuple                 | any* -> tuple!            | A tuple; (a, b) is this. | tuple(1, 'a') => (1, 'a')
            tupleElement          | tuple, integer -> any     | A place of a tuple, from 1; t.1 is this. | (1, 'a').2 => 'a'
            arrayElement          | [T], integer -> T         | An element, negative from the end; past the end 0 or ''. a[i] is this. | [1, 2][5] => 0
            arrayJoin             | [T] -> T                  | One row per element. | groupArray(y) over [1] => [1]
            has                   | [T], T -> truth!          | Whether the array has such an element, NULL included. | has([1, NULL], NULL) => 1
            hasAll                | [T], [T] -> truth!        | Whether the first has all of the second. | hasAll([1, 2], [2]) => 1
            hasAny                | [T], [T] -> truth!        | Whether the first has one of the second. | hasAny([1, 2], [2, 3]) => 1
            indexOf               | [T], T -> count!          | Where the first such element is; 0 when nowhere. | indexOf([1, NULL], NULL) => 2
            range                 | integer, integer? -> [integer] | Whole numbers from the first (or 0) to before the second, at most 100,000. | range(3) => [0, 1, 2]
            arrayConcat           | [T]... -> [T]             | All one after the other. | arrayConcat([1], [2, 3]) => [1, 2, 3]
            arrayPushBack         | [T], T -> [T]             | With one more at the end. | arrayPushBack([1], 2) => [1, 2]
            arrayPushFront        | [T], T -> [T]             | With one more at the beginning. | arrayPushFront([1], 2) => [2, 1]
            arraySlice            | [T], integer, integer? -> [T] | From an element on, so many. | arraySlice([1, 2, 3], 2, 1) => [2]
            arrayDistinct         | [T] -> [T]                | Each element once, NULL left out. | arraySort(arrayDistinct([1, 1, NULL])) => [1]
            arrayUniq             | [T] -> count              | How many different elements. | arrayUniq([1, 1, 2]) => 2
            arraySort             | [T] -> [T]                | Least first, NULL last. | arraySort([3, NULL, 1]) => [1, 3, NULL]
            arrayReverseSort      | [T] -> [T]                | Greatest first, NULL last. | arrayReverseSort([1, NULL, 3]) => [3, 1, NULL]
            arrayReverse          | [T] -> [T]                | Last first. | arrayReverse([1, 2]) => [2, 1]
            arraySum              | [T] -> T                  | Sum of the elements. | arraySum([1, 2]) => 3
            arrayAvg              | array -> float?           | Mean of the elements. | arrayAvg([1, 2]) => 1.5
            arrayMin              | [T] -> T                  | Least element. | arrayMin([2, 1]) => 1
            arrayMax              | [T] -> T                  | Greatest element. | arrayMax([2, 1]) => 2
            arrayStringConcat     | array, format? -> text     | The elements as one text, with a constant text between them. | arrayStringConcat(['a', 'b'], '-') => 'a-b'
            arrayEnumerate        | array -> [integer]        | 1, 2, 3, ... as many as there are elements. | arrayEnumerate(['a', 'b']) => [1, 2]
            arrayMap              | lambda, array -> [lambda] | Each element through a function. | arrayMap(x -> x * 2, [1, 2]) => [2, 4]
            arrayFilter           | lambda, [T] -> [T]        | The elements for which it is true. | arrayFilter(x -> x > 1, [1, 2]) => [2]
            arrayExists           | lambda, array -> truth!   | Whether it is true for one. | arrayExists(x -> x > 1, [1, 2]) => 1
            arrayAll              | lambda, array -> truth!   | Whether it is true for all. | arrayAll(x -> x > 1, [1, 2]) => 0
            arrayCount            | lambda, array -> count!   | For how many it is true. | arrayCount(x -> x > 1, [1, 2, 3]) => 2
            """;

    private ArrayFunctions() {}
}
