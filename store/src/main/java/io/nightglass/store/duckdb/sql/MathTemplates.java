package io.nightglass.store.duckdb.sql;

/** More arithmetic. {@link FunctionTemplates} says what the marks mean. */
final class MathTemplates {
    static final String TABLE = """
            exp2                   | pow(2e0, $1)
            exp10                  | pow(1e1, $1)
            log1p                  | CASE WHEN $1 < -1 THEN 'nan'::DOUBLE WHEN $1 = -1 THEN '-inf'::DOUBLE ELSE ln(1 + $1) END
            erf                    | ng_erf($1)
            erfc                   | ng_erfc($1)
            lgamma                 | CASE WHEN isnan($1) THEN $1 WHEN $1 = 'inf'::DOUBLE OR $1 = 0 THEN 'inf'::DOUBLE WHEN $1 < 0 AND $1 = floor($1) THEN 'nan'::DOUBLE ELSE lgamma(CASE WHEN isinf($1) OR isnan($1) OR $1 <= 0 AND $1 = floor($1) THEN 1 ELSE $1 END) END
            tgamma                 | CASE WHEN isnan($1) THEN $1 WHEN $1 > 171.7 THEN 'inf'::DOUBLE WHEN $1 = 0 THEN 1 / $1 WHEN isinf($1) OR $1 < 0 AND $1 = floor($1) THEN 'nan'::DOUBLE ELSE gamma(CASE WHEN isinf($1) OR isnan($1) OR $1 > 171.7 OR $1 <= 0 AND $1 = floor($1) THEN 1 ELSE $1 END) END
            sin                    | CASE WHEN isinf($1) THEN 'nan'::DOUBLE ELSE sin($1) END
            cos                    | CASE WHEN isinf($1) THEN 'nan'::DOUBLE ELSE cos($1) END
            tan                    | CASE WHEN isinf($1) THEN 'nan'::DOUBLE ELSE tan($1) END
            asin                   | CASE WHEN abs($1) > 1 THEN 'nan'::DOUBLE ELSE asin($1) END
            acos                   | CASE WHEN abs($1) > 1 THEN 'nan'::DOUBLE ELSE acos($1) END
            atan                   | atan($1)
            atan2                  | atan2($1, $2)
            sinh                   | sinh($1)
            cosh                   | cosh($1)
            tanh                   | tanh($1)
            asinh                  | asinh($1)
            acosh                  | CASE WHEN $1 < 1 THEN 'nan'::DOUBLE ELSE acosh($1) END
            atanh                  | CASE WHEN abs($1) > 1 THEN 'nan'::DOUBLE ELSE atanh($1) END
            hypot                  | sqrt($1 * $1 + $2 * $2)
            sigmoid                | (1 / (1 + exp(-($1))))
            degrees                | degrees($1)
            radians                | radians($1)
            e                      | exp(1e0)
            factorial              | CAST(factorial(CAST(least(greatest($1, 0), 100) AS INTEGER)) AS BIGINT)
            intDivOrZero           | CASE WHEN $2 = 0 THEN 0 ELSE $1 // $2 END
            intDivOrNull           | CASE WHEN $2 = 0 THEN NULL ELSE $1 // $2 END
            moduloOrZero           | CASE WHEN $2 = 0 THEN 0 ELSE $1 % ($2) END
            moduloOrNull           | CASE WHEN $2 = 0 THEN NULL ELSE $1 % ($2) END
            divideOrNull           | CASE WHEN $2 = 0 THEN NULL ELSE $1 / $2 END
            gcd                    | gcd($1, $2)
            lcm                    | lcm($1, $2)
            max2                   | greatest($1, $2)
            min2                   | least($1, $2)
            clamp                  | least(greatest($1, $2), $3)
            ifNotFinite            | CASE WHEN isfinite($1) THEN $1 ELSE $2 END
            roundToExp2            | CASE WHEN $1 < 1 THEN 0 ELSE CAST(pow(2e0, floor(log2(CAST($1 AS DOUBLE)))) AS BIGINT) END
            roundDuration          | CASE WHEN $1 < 1 THEN 0 WHEN $1 < 10 THEN 1 WHEN $1 < 30 THEN 10 WHEN $1 < 60 THEN 30 WHEN $1 < 120 THEN 60 WHEN $1 < 180 THEN 120 WHEN $1 < 240 THEN 180 WHEN $1 < 300 THEN 240 WHEN $1 < 600 THEN 300 WHEN $1 < 1200 THEN 600 WHEN $1 < 1800 THEN 1200 WHEN $1 < 3600 THEN 1800 WHEN $1 < 7200 THEN 3600 WHEN $1 < 18000 THEN 7200 WHEN $1 < 36000 THEN 18000 WHEN $1 IS NULL THEN NULL ELSE 36000 END
            roundAge               | CASE WHEN $1 < 1 THEN 0 WHEN $1 < 18 THEN 17 WHEN $1 < 25 THEN 18 WHEN $1 < 35 THEN 25 WHEN $1 < 45 THEN 35 WHEN $1 < 55 THEN 45 WHEN $1 IS NULL THEN NULL ELSE 55 END
            roundDown              | coalesce(list_max(list_filter(CAST($2 AS DOUBLE[]), lambda e: e <= $1)), list_min(CAST($2 AS DOUBLE[])))
            widthBucket            | CASE WHEN $1 < $2 THEN 0 WHEN $1 >= $3 THEN $4 + 1 ELSE CAST(floor(($1 - $2) / (($3 - $2) / $4)) AS BIGINT) + 1 END
            bitNot                 | (~($1))
            bitShiftLeft           | ($1 << CAST(least(greatest($2, 0), 62) AS BIGINT))
            bitShiftRight          | ($1 >> CAST(least(greatest($2, 0), 63) AS BIGINT))
            bitTest                | (($1 >> CAST(least(greatest($2, 0), 63) AS BIGINT)) & 1)
            bitCount               | CAST(bit_count($1) AS BIGINT)
            bitHammingDistance     | CAST(bit_count(xor($1, $2)) AS BIGINT)
            bitPositionsToArray    | list_filter(range(0, 64), lambda i: (($1) >> i) & 1 = 1)
            isZeroOrNull           | (coalesce($1, 0) = 0)
            rand                   | CAST(floor(random() * 4294967296) AS BIGINT)
            randCanonical          | random()
            randUniform            | ($1 + random() * ($2 - $1))
            generateUUIDv4         | uuid()

            transform              | CASE WHEN list_position($2, $1) > 0 THEN list_extract($3, list_position($2, $1)) ELSE $4 END
            roundBankers           | round_even(CAST($1 AS DOUBLE), 0)
            toNullable             | $1
            identity               | $1
            toFixedString          | left($1, $2)
            toUUIDOrZero           | coalesce(TRY_CAST($1 AS UUID), '00000000-0000-0000-0000-000000000000'::UUID)
            formatReadableQuantity | CASE WHEN abs($1) < 1e3 THEN printf('%.2f', $1) WHEN abs($1) < 1e6 THEN printf('%.2f thousand', $1 / 1e3) WHEN abs($1) < 1e9 THEN printf('%.2f million', $1 / 1e6) WHEN abs($1) < 1e12 THEN printf('%.2f billion', $1 / 1e9) WHEN abs($1) < 1e15 THEN printf('%.2f trillion', $1 / 1e12) ELSE printf('%.2f quadrillion', $1 / 1e15) END
            formatReadableSize     | CASE WHEN abs($1) < 1024 THEN printf('%.2f B', $1) WHEN abs($1) < 1048576 THEN printf('%.2f KiB', $1 / 1024) WHEN abs($1) < 1073741824 THEN printf('%.2f MiB', $1 / 1048576) WHEN abs($1) < 1099511627776 THEN printf('%.2f GiB', $1 / 1073741824) ELSE printf('%.2f TiB', $1 / 1099511627776) END
            toJSONString           | CAST(to_json($1) AS VARCHAR)
            """;

    private MathTemplates() {}
}
