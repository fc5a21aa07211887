package io.nightglass.store.duckdb.sql;

/** Conditions and numbers. {@link FunctionTemplates} says what the marks mean. */
final class ValueTemplates {
    static final String TABLE = """
            if                     | CASE WHEN $1 THEN $2 ELSE $3 END
            coalesce               | coalesce($*)
            ifNull                 | coalesce($1, $2)
            nullIf                 | nullif($1, $2)
            isNull                 | ($1 IS NULL)
            isNotNull              | ($1 IS NOT NULL)
            not                    | (NOT $1)
            xor                    | ($1 <> $2)
            equals                 | ($1 = $2)
            notEquals              | ($1 <> $2)
            isDistinctFrom         | ($1 IS DISTINCT FROM $2)
            isNotDistinctFrom      | ($1 IS NOT DISTINCT FROM $2)
            less                   | ($1 < $2)
            lessOrEquals           | ($1 <= $2)
            greater                | ($1 > $2)
            greaterOrEquals        | ($1 >= $2)

            plus                   | ($1 + $2)
            multiply               | ($1 * $2)
            divide                 | ($1 / $2)
            negate                 | (-$1)
            abs                    | abs($1)
            sign                   | CAST(sign($1) AS BIGINT)
            sqrt                   | sqrt($1)
            cbrt                   | cbrt($1)
            pow                    | pow($1, $2)
            exp                    | exp($1)
            log                    | CASE WHEN $1 < 0 THEN 'nan'::DOUBLE ELSE ln($1) END
            log2                   | CASE WHEN $1 < 0 THEN 'nan'::DOUBLE ELSE log2($1) END
            log10                  | CASE WHEN $1 < 0 THEN 'nan'::DOUBLE ELSE log10($1) END
            pi                     | pi()
            least                  | least($*)
            isNaN                  | isnan($1)
            isInfinite             | isinf($1)
            isFinite               | isfinite($1)
            bitAnd                 | ($1 & $2)
            bitOr                  | ($1 | $2)
            bitXor                 | xor($1, $2)
            """;

    private ValueTemplates() {}
}
