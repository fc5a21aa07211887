package io.nightglass.hogql.function;

/** Many rows to one value. Each also has an {@code -If} form with a condition as its last argument. */
final class AggregateFunctions {
    static final String TABLE = """
            count                          | any? -> count!             | Rows, or rows whose argument is not NULL. | count() over [1, 2, 2] => 3
            uniq, uniqExact, uniqHLL12, uniqCombined | any... -> count! | Distinct values, NULL left out; exact, whatever the spelling. | uniq(x) over [1, 2, 2] => 2
            sum                            | number -> number           | Sum; 0 over no rows, NULL when the argument may be NULL and always was. | sum(x) over [1, 2, 4] => 7
            avg                            | number -> float            | Mean; NaN over no rows, NULL when the argument may be NULL and always was. | avg(x) over [1, 2] => 1.5
            min                            | T -> T                     | Least value, NULL left out. | min(x) over [3, 1, 2] => 1
            max                            | T -> T                     | Greatest value, NULL left out. | max(x) over [3, 1, 2] => 3
            any, any_value, anyValue       | T -> T                     | A value that is not NULL, the first one met. | any(x) over [5, 5] => 5
            anyLast                        | T -> T                     | A value that is not NULL, the last one met. | anyLast(x) over [5, 5] => 5
            argMax                         | T, any -> T                | The first argument where the second is greatest; rows whose first is NULL are skipped. | argMax(x.1, x.2) over [('a', 1), ('b', 3)] => 'b'
            argMin                         | T, any -> T                | The first argument where the second is least; rows whose first is NULL are skipped. | argMin(x.1, x.2) over [('a', 1), ('b', 3)] => 'a'
            median                         | number -> float            | Middle value, the mean of the middle two when they are even in number. | median(x) over [1, 2, 3, 10] => 2.5
            quantile                       | (float) number -> float    | The value below which that share of rows lies, interpolated; level in [0, 1]. | quantile(0.95)(x) over [0, 10, 20] => 19
            quantiles                      | (float...) number -> [float]! | Several quantiles at once. | quantiles(0.5, 0.75)(x) over [0, 10, 20] => [10, 15]
            quantileExact                  | (float) number -> number   | Like quantile, but always one of the values. | quantileExact(0.5)(x) over [1, 2, 3, 10] => 3
            medianExact                    | number -> number           | Like median, but always one of the values, the upper of the middle two. | medianExact(x) over [1, 2, 3, 10] => 3
            stddevPop, stddev_pop          | number -> float            | Standard deviation of exactly these values. | stddevPop(x) over [1, 3] => 1
            stddevSamp, stddev_samp        | number -> float            | Standard deviation of what these values are a sample of. | stddevSamp(x) over [1, 3, 5] => 2
            varPop, var_pop                | number -> float            | Variance of exactly these values. | varPop(x) over [1, 3] => 1
            varSamp, var_samp              | number -> float            | Variance of what these values are a sample of. | varSamp(x) over [1, 3, 5] => 4
            corr                           | number, number -> float    | Pearson's correlation. | round(corr(x.1, x.2), 3) over [(1, 2), (2, 4), (3, 6)] => 1
            groupArray                     | (integer?) T -> [T]!       | The values as an array, NULL left out; with a parameter at most so many. | groupArray(x) over [1, 2] => [1, 2]
            groupUniqArray                 | T -> [T]!                  | The distinct values as an array, NULL left out. | arraySort(groupUniqArray(x)) over [2, 1, 2] => [1, 2]
            """;

    private AggregateFunctions() {}
}
