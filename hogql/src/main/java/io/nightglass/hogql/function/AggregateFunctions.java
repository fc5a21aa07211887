package io.nightglass.hogql.function;

/**
 * Many rows to one value. Each also has an {@code -If} form with a condition as its last argument. What
 * {@code Combination} knows besides is no line of its own.
 */
final class AggregateFunctions {
    static final String TABLE = """
            count                          | any? -> count!             | Rows, or rows whose argument is not NULL. | count() over [1, 2, 2] => 3
            uniq, uniqExact, uniqHLL12, uniqCombined, uniqCombined64, uniqTheta | any... -> count! | Distinct values, NULL left out; exact, whatever the spelling. | uniq(x) over [1, 2, 2] => 2
            sum, sumKahan, sumWithOverflow | number -> number           | Sum; 0 over no rows, NULL when the argument may be NULL and always was. | sum(x) over [1, 2, 4] => 7
            avg                            | number -> float            | Mean; NaN over no rows, NULL when the argument may be NULL and always was. | avg(x) over [1, 2] => 1.5
            min                            | T -> T                     | Least value, NULL left out. | min(x) over [3, 1, 2] => 1
            max                            | T -> T                     | Greatest value, NULL left out. | max(x) over [3, 1, 2] => 3
            any, any_value, anyValue, first_value, firstValue | T -> T                     | A value that is not NULL, the first one met. | any(x) over [5, 5] => 5
            anyLast, last_value, lastValue | T -> T                     | A value that is not NULL, the last one met. | anyLast(x) over [5, 5] => 5
            argMax                         | T, any -> T                | The first argument where the second is greatest; rows whose first is NULL are skipped. | argMax(x.1, x.2) over [('a', 1), ('b', 3)] => 'b'
            argMin                         | T, any -> T                | The first argument where the second is least; rows whose first is NULL are skipped. | argMin(x.1, x.2) over [('a', 1), ('b', 3)] => 'a'
            median, medianTDigest          | number -> float            | Middle value, the mean of the middle two when they are even in number. | median(x) over [1, 2, 3, 10] => 2.5
            quantile, quantileTDigest, quantileExactInclusive | (float) number -> float    | The value below which that share of rows lies, interpolated; level in [0, 1]. Exact, whatever the spelling. | quantile(0.95)(x) over [0, 10, 20] => 19
            quantiles, quantilesTDigest    | (float...) number -> [float]! | Several quantiles at once. | quantiles(0.5, 0.75)(x) over [0, 10, 20] => [10, 15]
            quantileExact, quantileExactHigh | (float) number -> number   | Like quantile, but always one of the values. | quantileExact(0.5)(x) over [1, 2, 3, 10] => 3
            medianExact, medianExactHigh   | number -> number           | Like median, but always one of the values, the upper of the middle two. | medianExact(x) over [1, 2, 3, 10] => 3
            stddevPop, stddev_pop, stddevPopStable          | number -> float            | Standard deviation of exactly these values. | stddevPop(x) over [1, 3] => 1
            stddevSamp, stddev_samp, stddevSampStable        | number -> float            | Standard deviation of what these values are a sample of. | stddevSamp(x) over [1, 3, 5] => 2
            varPop, var_pop, varPopStable                | number -> float            | Variance of exactly these values. | varPop(x) over [1, 3] => 1
            varSamp, var_samp, varSampStable              | number -> float            | Variance of what these values are a sample of. | varSamp(x) over [1, 3, 5] => 4
            corr, corrStable                          | number, number -> float    | Pearson's correlation. | round(corr(x.1, x.2), 3) over [(1, 2), (2, 4), (3, 6)] => 1
            groupArray                     | (integer?) T -> [T]!       | The values as an array, NULL left out; with a parameter at most so many. | groupArray(x) over [1, 2] => [1, 2]
            groupUniqArray                 | (integer?) T -> [T]!       | The distinct values as an array, NULL left out; with a parameter at most so many. | arraySort(groupUniqArray(x)) over [2, 1, 2] => [1, 2]
            groupArrayMovingSum            | (integer?) number -> [number of]! | Sums of the values so far, or of the last so many; of at most 10,000. | groupArrayMovingSum(2)(x) over [1, 2, 4] => [1, 3, 6]
            groupArrayMovingAvg            | (integer?) number -> [float]! | The same divided by the parameter, or by how many values there are. | groupArrayMovingAvg(2)(x) over [1, 2, 4] => [0.5, 1.5, 3]
            groupArraySorted               | (integer) T -> [T]!        | The least so many values, in order. | groupArraySorted(2)(x) over [5, 1, 3] => [1, 3]
            groupArrayLast                 | (integer) T -> [T]!        | The last so many values. | groupArrayLast(2)(x) over [1, 2, 3] => [2, 3]
            groupArraySample               | (integer) T -> [T]!        | So many values, chosen at random. | length(groupArraySample(2)(x)) over [1, 2, 3] => 2
            groupConcat                    | (format?) any -> text!     | The values as one text, with a constant text between them. | groupConcat('-')(x) over [1, 2] => '1-2'
            topK                           | (integer) T -> [T]!        | The most frequent values, most frequent first; exact, the least first of equally frequent ones. | topK(2)(x) over [1, 2, 2, 3, 3, 3] => [3, 2]
            topKWeighted                   | (integer) T, number -> [T]! | The values whose weights sum up to most. Rows times different values may be 20,000,000. | topKWeighted(1)(x.1, x.2) over [('a', 5), ('b', 3), ('b', 3)] => ['b']
            anyHeavy                       | T -> T                     | The most frequent value. | anyHeavy(x) over [1, 2, 2] => 2
            sumMap, sumMappedArrays        | any, array? -> any         | Sums by key, of a map or of an array of keys and one of values, which leaves sums of 0 out. Elements times different keys may be 20,000,000. | sumMap(x.1, x.2) over [([1, 2], [1, 1]), ([2], [5])] => ([1, 2], [1, 6])
            minMap, minMappedArrays        | any, array? -> any         | The least value by key. | minMap(map('a', x)) over [2, 1] => {'a':1}
            maxMap, maxMappedArrays        | any, array? -> any         | The greatest value by key. | maxMap(map('a', x)) over [2, 1] => {'a':2}
            avgWeighted                    | number, number -> float    | Mean by weights. | avgWeighted(x.1, x.2) over [(1, 1), (4, 2)] => 3
            sumCount                       | number -> any              | The sum and how many there are, as a tuple. | sumCount(x) over [1, 2] => (3, 2)
            quantilesExact                 | (float...) number -> [number of]! | quantileExact at several levels. | quantilesExact(0.5, 0.9)(x) over [1, 2, 3, 10] => [3, 10]
            quantileExactLow               | (float) number -> number   | quantileExact, but the lower of the middle two at 0.5. | quantileExactLow(0.5)(x) over [1, 2, 3, 10] => 2
            medianExactLow                 | number -> number           | The lower of the middle two. | medianExactLow(x) over [1, 2, 3, 10] => 2
            covarPop, covar_pop            | number, number -> float    | Covariance of exactly these values. | covarPop(x.1, x.2) over [(1, 2), (3, 6)] => 2
            covarSamp, covar_samp          | number, number -> float    | Covariance of what these values are a sample of. | covarSamp(x.1, x.2) over [(1, 2), (3, 6)] => 4
            skewPop                        | number -> float            | Skewness of exactly these values. | round(skewPop(x), 3) over [1, 2, 3, 10] => 1.018
            skewSamp                       | number -> float            | Skewness of what these values are a sample of. | round(skewSamp(x), 3) over [1, 2, 3, 10] => 0.661
            kurtPop                        | number -> float            | Kurtosis of exactly these values, 3 for a normal distribution. | round(kurtPop(x), 3) over [1, 2, 3, 10] => 2.23
            kurtSamp                       | number -> float            | Kurtosis of what these values are a sample of. | round(kurtSamp(x), 3) over [1, 2, 3, 10] => 1.255
            entropy                        | any -> float               | Shannon's entropy in bits. | entropy(x) over [1, 1, 2, 3] => 1.5
            simpleLinearRegression         | number, number -> any      | The slope and the height at 0 of the line that fits best, as a tuple. | simpleLinearRegression(x.1, x.2) over [(1, 3), (2, 5)] => (2, 1)
            groupBitAnd                    | integer -> integer!        | Bits set in all values. | groupBitAnd(x) over [7, 3, 6] => 2
            groupBitOr                     | integer -> integer!        | Bits set in one value. | groupBitOr(x) over [4, 1] => 5
            groupBitXor                    | integer -> integer!        | Bits set in an odd number of values. | groupBitXor(x) over [7, 3, 6] => 2
            histogram                      | (integer) number -> any    | So many bins at most, 1 to 250, of unequal width: lower bound, upper bound and height of each. ClickHouse's own way: beyond as many values as bins it is near the truth, and depends on their order. | histogram(3)(x) over [1, 2, 4, 8] => [(1, 2.75, 1.875), (2.75, 6, 1.125), (6, 8, 1)]
            uniqUpTo                       | (integer) any... -> count! | Distinct values, or one more than the parameter when there are more. | uniqUpTo(2)(x) over [1, 2, 3, 4] => 3
            windowFunnel                   | (integer, format*) any, condition... -> count! | How many of the conditions come one after the other within a window from the first, its end included: seconds of a moment, days of a day, the unit of a number. Modes: strict_order, strict_deduplication, strict_increase. Unlike ClickHouse's it takes fractions of seconds. | windowFunnel(10)(x.1, x.2 = 'a', x.2 = 'b') over [(1, 'a'), (11, 'b')] => 2
            retention                      | condition... -> [count]!   | Whether a row meets the first condition, and whether rows meet it and each other one; all 0 when none meets the first. | retention(x = 1, x = 2, x = 3) over [1, 3] => [1, 0, 1]
            sequenceMatch                  | (format) any, condition... -> truth! | Whether rows that meet a condition come in this order: (?1) meets the first, . is any, .* any number of them. No (?t...). | sequenceMatch('(?1).*(?2)')(x, x = 1, x = 3) over [1, 3] => 1
            sequenceCount                  | (format) any, condition... -> count! | How many such sequences there are that share no row. | sequenceCount('(?1)(?2)')(x, x % 2 = 1, x % 2 = 0) over [1, 2, 3, 4] => 2
            """;

    private AggregateFunctions() {}
}
