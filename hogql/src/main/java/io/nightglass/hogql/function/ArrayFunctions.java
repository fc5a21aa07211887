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
            range                 | integer, integer?, integer? -> [integer] | Whole numbers from the first (or 0) to before the second, the third apart; at most 10,000. | range(3) => [0, 1, 2]
            arrayConcat           | [T]... -> [T]             | All one after the other. | arrayConcat([1], [2, 3]) => [1, 2, 3]
            arrayPushBack         | [T], T -> [T]             | With one more at the end. | arrayPushBack([1], 2) => [1, 2]
            arrayPushFront        | [T], T -> [T]             | With one more at the beginning. | arrayPushFront([1], 2) => [2, 1]
            arraySlice            | [T], integer, integer? -> [T] | From an element on, so many. | arraySlice([1, 2, 3], 2, 1) => [2]
            arrayDistinct         | [T] -> [T]                | Each element once, NULL left out. | arraySort(arrayDistinct([1, 1, NULL])) => [1]
            arrayUniq             | [T] -> count              | How many different elements. | arrayUniq([1, 1, 2]) => 2
            arrayReverse          | [T] -> [T]                | Last first. | arrayReverse([1, 2]) => [2, 1]
            arraySum              | [T] -> T                  | Sum of the elements. | arraySum([1, 2]) => 3
            arrayAvg              | array -> float?           | Mean of the elements. | arrayAvg([1, 2]) => 1.5
            arrayMin              | [T] -> T                  | Least element. | arrayMin([2, 1]) => 1
            arrayMax              | [T] -> T                  | Greatest element. | arrayMax([2, 1]) => 2
            arrayStringConcat     | array, format? -> text     | The elements as one text, with a constant text between them. | arrayStringConcat(['a', 'b'], '-') => 'a-b'
            arrayEnumerate        | array -> [integer]        | 1, 2, 3, ... as many as there are elements. | arrayEnumerate(['a', 'b']) => [1, 2]
            tupleConcat           | tuple... -> places!       | One tuple of the places of all. | tupleConcat((1, 'a'), (2, 3)) => (1, 'a', 2, 3)
            arrayElementOrNull    | [T], integer -> T?        | An element, negative from the end; past the end NULL. | arrayElementOrNull([1, 2], 5) => NULL
            arrayPopBack          | [T] -> [T]                | Without the last element. | arrayPopBack([1, 2]) => [1]
            arrayPopFront         | [T] -> [T]                | Without the first element. | arrayPopFront([1, 2]) => [2]
            arrayResize           | [T], integer, T? -> [T]   | So many elements, filled up with the third or 0 or ''; negative counts from the end; at most 100,000. | arrayResize([1, 2], 4, 9) => [1, 2, 9, 9]
            arrayWithConstant     | integer, T -> [T]         | The same element so many times, at most 100,000. | arrayWithConstant(2, 'a') => ['a', 'a']
            arrayReduce           | format, array -> any      | An aggregate of the elements: sum, avg, min, max, any, count, uniq, median, quantile(0.9), groupUniqArray, ... | arrayReduce('quantile(0.5)', [1, 2, 10]) => 2
            arrayFlatten, flatten | array -> any              | Arrays in arrays as one array. | arrayFlatten([[[1]], [[2, 3]]]) => [1, 2, 3]
            arrayCompact          | [T] -> [T]                | Each run of equal elements once. | arrayCompact([1, 1, 2, 1]) => [1, 2, 1]
            arrayZip              | array... -> [tuple]!      | Tuples of the first elements, of the second ones, ...; arrays of the same length. | arrayZip([1, 2], ['a', 'b']) => [(1, 'a'), (2, 'b')]
            arrayIntersect        | [T], [T]... -> [T]        | The elements that are in all of them, NULL left out, in no promised order. | arraySort(arrayIntersect([1, 2, 3], [3, 2])) => [2, 3]
            countEqual            | [T], T -> count!          | How many elements equal the second, NULL included. | countEqual([1, 2, 1], 1) => 2
            hasSubstr             | [T], [T] -> truth!        | Whether the second is a stretch of the first. | hasSubstr([1, 2, 3], [2, 3]) => 1
            arrayProduct          | array -> float!           | Product of the elements. | arrayProduct([2, 3]) => 6
            arrayCumSum           | array -> [number]!        | Sums up to each element; of at most 10,000. | arrayCumSum([1, 2, 3]) => [1, 3, 6]
            arrayCumSumNonNegative | array -> [number]!       | The same, a sum below 0 becoming 0; of at most 10,000. | arrayCumSumNonNegative([1, -5, 3]) => [1, 0, 3]
            arrayDifference       | array -> [number]!        | Each element less the one before it; the first is 0. | arrayDifference([1, 5, 3]) => [0, 4, -2]
            arrayEnumerateUniq    | array... -> [count]!        | Which one of its equals each element is; of at most 2,000; several arrays are compared together. | arrayEnumerateUniq([10, 20, 10]) => [1, 1, 2]
            arrayEnumerateDense   | array... -> [count]!        | A number for each different element, in the order they come; of at most 2,000. | arrayEnumerateDense([10, 20, 10]) => [1, 2, 1]
            arrayRotateLeft       | [T], integer -> [T]       | So many elements from the beginning put at the end. | arrayRotateLeft([1, 2, 3], 1) => [2, 3, 1]
            arrayRotateRight      | [T], integer -> [T]       | So many elements from the end put at the beginning. | arrayRotateRight([1, 2, 3], 1) => [3, 1, 2]
            arrayShiftLeft        | [T], integer, T? -> [T]   | So many places to the left, filled up with the third or 0 or ''. | arrayShiftLeft([1, 2, 3], 1) => [2, 3, 0]
            arrayShiftRight       | [T], integer, T? -> [T]   | So many places to the right, filled up with the third or 0 or ''. | arrayShiftRight([1, 2, 3], 1) => [0, 1, 2]
            arrayJaccardIndex     | [T], [T] -> float!        | How many different elements both have, as a share of all their different elements. | round(arrayJaccardIndex([1, 2], [2, 3]), 3) => 0.333
            arrayDotProduct, dotProduct, scalarProduct | array, array -> float! | Sum of the products of numbers at the same place. | arrayDotProduct([1, 2], [3, 4]) => 11
            cosineDistance        | array, array -> float!    | 1 less the cosine of the angle between two vectors. | round(cosineDistance([1, 2], [3, 4]), 4) => 0.0161
            L1Distance            | array, array -> float!    | Sum of the differences of numbers at the same place, all taken positive. | L1Distance([1, 2], [3, 4]) => 4
            L2Distance            | array, array -> float!    | Straight distance of two vectors. | L2Distance([0, 0], [3, 4]) => 5
            emptyArrayString      | -> [text]!                | An array of texts with nothing in it. | emptyArrayString() => []
            emptyArrayInt64, emptyArrayInt32, emptyArrayInt16, emptyArrayInt8, emptyArrayUInt64, emptyArrayUInt32, emptyArrayUInt16, emptyArrayUInt8 | -> [integer]! | An array of whole numbers with nothing in it. | emptyArrayInt64() => []
            emptyArrayFloat64, emptyArrayFloat32 | -> [float]! | An array of numbers with nothing in it. | emptyArrayFloat64() => []
            emptyArrayDate        | -> [date]!                | An array of days with nothing in it. | emptyArrayDate() => []
            emptyArrayDateTime    | -> [datetime]!            | An array of moments with nothing in it. | emptyArrayDateTime() => []
            """;

    private ArrayFunctions() {}
}
