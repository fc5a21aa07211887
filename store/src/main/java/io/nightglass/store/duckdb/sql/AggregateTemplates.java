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
            groupUniqArray         | list(DISTINCT $1) FILTER (WHERE $1 IS NOT NULL$A)
            """;

    private AggregateTemplates() {}
}
