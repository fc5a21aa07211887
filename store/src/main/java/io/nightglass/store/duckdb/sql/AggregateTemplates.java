package io.nightglass.store.duckdb.sql;

/** Many rows to one value. {@link FunctionTemplates} says what the marks mean. */
final class AggregateTemplates {
    static final String TABLE = """
            avg                    | avg($1)$F
            min                    | min($1)$F
            max                    | max($1)$F
            any                    | any_value($1)$F
            anyLast                | last($1) FILTER (WHERE $1 IS NOT NULL$A)
            argMax                 | arg_max($1, $2)$F
            argMin                 | arg_min($1, $2)$F
            median                 | median($1)$F
            quantile               | quantile_cont($1, %1)$F
            quantiles              | quantile_cont($1, [%*])$F
            quantileExact          | list_sort(list($1) FILTER (WHERE $1 IS NOT NULL$A))[least(CAST(floor(%1 * (count($1)$F)) AS BIGINT) + 1, count($1)$F)]
            medianExact            | list_sort(list($1) FILTER (WHERE $1 IS NOT NULL$A))[(count($1)$F) // 2 + 1]
            stddevPop              | stddev_pop($1)$F
            stddevSamp             | stddev_samp($1)$F
            varPop                 | var_pop($1)$F
            varSamp                | var_samp($1)$F
            corr                   | corr($1, $2)$F
            medianExactLow         | list_sort(list($1) FILTER (WHERE $1 IS NOT NULL$A))[(count($1)$F + 1) // 2]
            groupArraySorted       | list_slice(list_sort(list($1) FILTER (WHERE $1 IS NOT NULL$A)), 1, %1)
            groupArrayLast         | list_slice(list($1) FILTER (WHERE $1 IS NOT NULL$A), -%1, -1)
            groupArraySample       | list_slice(list($1 ORDER BY random()) FILTER (WHERE $1 IS NOT NULL$A), 1, %1)
            topK                   | list_transform(list_slice(list_sort(list_transform(map_entries(histogram($1)$F), lambda e: row(-CAST(e.value AS BIGINT), e.key))), 1, %1), lambda e: struct_extract(e, 2))
            anyHeavy               | mode($1)$F
            avgWeighted            | (sum(CAST($1 AS DOUBLE) * $2)$F / sum(CASE WHEN $1 IS NOT NULL THEN CAST($2 AS DOUBLE) END)$F)
            covarPop               | covar_pop($1, $2)$F
            covarSamp              | covar_samp($1, $2)$F
            skewPop                | ((avg(CAST($1 AS DOUBLE) ** 3)$F - 3 * avg(CAST($1 AS DOUBLE) ** 2)$F * avg($1)$F + 2 * pow(avg($1)$F, 3)) / pow(var_pop($1)$F, 1.5))
            skewSamp               | ((avg(CAST($1 AS DOUBLE) ** 3)$F - 3 * avg(CAST($1 AS DOUBLE) ** 2)$F * avg($1)$F + 2 * pow(avg($1)$F, 3)) / pow(var_samp($1)$F, 1.5))
            kurtPop                | ((avg(CAST($1 AS DOUBLE) ** 4)$F - 4 * avg(CAST($1 AS DOUBLE) ** 3)$F * avg($1)$F + 6 * avg(CAST($1 AS DOUBLE) ** 2)$F * pow(avg($1)$F, 2) - 3 * pow(avg($1)$F, 4)) / pow(var_pop($1)$F, 2))
            kurtSamp               | ((avg(CAST($1 AS DOUBLE) ** 4)$F - 4 * avg(CAST($1 AS DOUBLE) ** 3)$F * avg($1)$F + 6 * avg(CAST($1 AS DOUBLE) ** 2)$F * pow(avg($1)$F, 2) - 3 * pow(avg($1)$F, 4)) / pow(var_samp($1)$F, 2))
            entropy                | entropy($1)$F
            simpleLinearRegression | row(coalesce(regr_slope($2, $1)$F, 'nan'::DOUBLE), coalesce(regr_intercept($2, $1)$F, 'nan'::DOUBLE))
            groupBitAnd            | bit_and($1)$F
            groupBitOr             | bit_or($1)$F
            groupBitXor            | bit_xor($1)$F
            """;

    private AggregateTemplates() {}
}
