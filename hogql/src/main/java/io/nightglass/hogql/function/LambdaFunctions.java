package io.nightglass.hogql.function;

/**
 * Functions of a lambda and the arrays it goes through: {@code (x, y) -> x + y} wants two, of the same length. Those of one
 * array that are no lambda's, like arraySum, take a lambda too: each element goes through it first.
 */
final class LambdaFunctions {
    static final String TABLE = """
            arrayMap              | lambda, array... -> [lambda] | Each element through a function. | arrayMap((x, y) -> x * y, [1, 2], [3, 4]) => [3, 8]
            arrayFilter           | lambda, [T], array* -> [T] | The elements of the first array for which it is true. | arrayFilter(x -> x > 1, [1, 2]) => [2]
            arrayExists           | lambda, array* -> truth!  | Whether it is true for one. | arrayExists(x -> x > 1, [1, 2]) => 1
            arrayAll              | lambda, array* -> truth!  | Whether it is true for all. | arrayAll(x -> x > 1, [1, 2]) => 0
            arrayCount            | lambda, array* -> count!  | For how many it is true. | arrayCount(x -> x > 1, [1, 2, 3]) => 2
            arrayFirst            | lambda, [T], array* -> T  | The first element for which it is true; without one 0 or ''. | arrayFirst(x -> x > 1, [1, 2, 3]) => 2
            arrayFirstOrNull      | lambda, [T], array* -> T? | The same; without one NULL. | arrayFirstOrNull(x -> x > 5, [1]) => NULL
            arrayFirstIndex       | lambda, array... -> count! | Where the first element is for which it is true; 0 without one. | arrayFirstIndex(x -> x > 1, [1, 2, 3]) => 2
            arrayLast             | lambda, [T], array* -> T  | The last element for which it is true; without one 0 or ''. | arrayLast(x -> x > 1, [1, 2, 3]) => 3
            arrayLastOrNull       | lambda, [T], array* -> T? | The same; without one NULL. | arrayLastOrNull(x -> x > 5, [1]) => NULL
            arrayLastIndex        | lambda, array... -> count! | Where the last element is for which it is true; 0 without one. | arrayLastIndex(x -> x > 1, [1, 2, 3]) => 3
            arraySort             | [T] -> [T]                | Least first, NaN and NULL last; by a lambda: arraySort(x -> -x, a), arraySort((x, y) -> y, a, b). | arraySort(x -> -x, [3, NULL, 1]) => [3, 1, NULL]
            arrayReverseSort      | [T] -> [T]                | Greatest first, NaN and NULL last; by a lambda too. | arrayReverseSort([1, NULL, 3]) => [3, 1, NULL]
            arraySplit            | lambda, [T], array* -> [[T]]! | Cut before each element for which it is true. | arraySplit(x -> x = 3, [1, 2, 3, 4]) => [[1, 2], [3, 4]]
            arrayReverseSplit     | lambda, [T], array* -> [[T]]! | Cut after each element for which it is true. | arrayReverseSplit(x -> x = 3, [1, 2, 3, 4]) => [[1, 2, 3], [4]]
            arrayFill             | lambda, [T], array* -> [T] | An element for which it is false becomes the one before it; of at most 10,000. | arrayFill(x -> x > 0, [1, 0, 3, 0]) => [1, 1, 3, 3]
            arrayReverseFill      | lambda, [T], array* -> [T] | An element for which it is false becomes the one after it; of at most 10,000. | arrayReverseFill(x -> x > 0, [0, 2, 0, 4]) => [2, 2, 4, 4]
            arrayFold             | lambda, any... -> any     | What has been made so far and each element through a function; begins with the last argument. | arrayFold((acc, x) -> acc + x, [1, 2, 3], 10) => 16
            """;

    private LambdaFunctions() {}
}
