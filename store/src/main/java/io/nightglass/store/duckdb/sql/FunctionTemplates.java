package io.nightglass.store.duckdb.sql;

import java.util.HashMap;
import java.util.Map;

/**
 * What a function looks like, side by side with its name. {@code $1} is the first argument, {@code $*} all of them,
 * {@code @1} what a clock shows at the first argument, {@code #1} the first argument in UTC, {@code %1} the first
 * parameter; {@code $F} is the FILTER of an {@code -If} form and {@code $A} its condition after an AND. A line that begins
 * with {@code clock} shows a clock's time, which becomes the moment it means.
 */
final class FunctionTemplates {
    private static final String TABLE = """
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
            less                   | ($1 < $2)
            lessOrEquals           | ($1 <= $2)
            greater                | ($1 > $2)
            greaterOrEquals        | ($1 >= $2)

            plus                   | ($1 + $2)
            minus                  | ($1 - $2)
            multiply               | ($1 * $2)
            divide                 | ($1 / $2)
            positiveModulo         | ((($1 % $2) + abs($2)) % abs($2))
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
            greatest               | greatest($*)
            least                  | least($*)
            isNaN                  | isnan($1)
            isInfinite             | isinf($1)
            isFinite               | isfinite($1)
            bitAnd                 | ($1 & $2)
            bitOr                  | ($1 | $2)
            bitXor                 | xor($1, $2)

            lower                  | translate($1, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')
            upper                  | translate($1, 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')
            lowerUTF8              | lower($1)
            upperUTF8              | upper($1)
            lengthUTF8             | length($1)
            concat                 | ($|)
            startsWith             | starts_with($1, $2)
            endsWith               | ends_with($1, $2)
            position               | CASE WHEN contains($1, $2) THEN strlen(left($1, instr($1, $2) - 1)) + 1 ELSE 0 END
            positionCaseInsensitive | CASE WHEN contains(lower($1), lower($2)) THEN strlen(left($1, instr(lower($1), lower($2)) - 1)) + 1 ELSE 0 END
            left                   | left($1, $2)
            right                  | right($1, $2)
            trim                   | trim($1)
            trimLeft               | ltrim($1)
            trimRight              | rtrim($1)
            replaceAll             | CASE WHEN $2 = '' THEN $1 ELSE replace($1, $2, $3) END
            replaceOne             | CASE WHEN $2 = '' OR NOT contains($1, $2) THEN $1 ELSE left($1, instr($1, $2) - 1) || $3 || substring($1, instr($1, $2) + length($2)) END
            replaceRegexpAll       | regexp_replace($1, $2, $3, 'g')
            replaceRegexpOne       | regexp_replace($1, $2, $3)
            match                  | regexp_matches($1, $2)
            splitByChar            | string_split($2, $1)
            repeat                 | repeat($1, CASE WHEN $2 * strlen($1) > 1000000 THEN error('repeat too long') ELSE greatest($2, 0) END)
            isValidJSON            | json_valid($1)

            has                    | (coalesce(list_position($1, $2), 0) > 0)
            hasAll                 | list_has_all($1, $2)
            hasAny                 | list_has_any($1, $2)
            indexOf                | coalesce(list_position($1, $2), 0)
            arrayConcat            | ($|)
            arrayPushBack          | list_append($1, $2)
            arrayPushFront         | list_prepend($2, $1)
            arrayDistinct          | list_distinct($1)
            arrayUniq              | len(list_distinct($1))
            arraySort              | list_sort($1, 'ASC', 'NULLS LAST')
            arrayReverseSort       | list_sort($1, 'DESC', 'NULLS LAST')
            arrayReverse           | list_reverse($1)
            arrayEnumerate         | range(1, len($1) + 1)
            arrayMap               | list_transform($2, $1)
            arrayFilter            | list_filter($2, $1)
            arrayExists            | (len(list_filter($2, $1)) > 0)
            arrayAll               | (len(list_filter($2, $1)) = len($2))
            arrayCount             | len(list_filter($2, $1))
            tuple                  | row($*)

            toTimeZone             | #1
            toStartOfSecond        | date_trunc('second', #1)
            toStartOfMinute        | date_trunc('minute', #1)
            toStartOfFiveMinutes   | time_bucket(INTERVAL 5 MINUTE, #1)
            toStartOfTenMinutes    | time_bucket(INTERVAL 10 MINUTE, #1)
            toStartOfFifteenMinutes | time_bucket(INTERVAL 15 MINUTE, #1)
            toStartOfDay           | clock date_trunc('day', @1)
            toMonday               | CAST(date_trunc('week', @1) AS DATE)
            toStartOfMonth         | CAST(date_trunc('month', @1) AS DATE)
            toLastDayOfMonth       | last_day(@1)
            toStartOfQuarter       | CAST(date_trunc('quarter', @1) AS DATE)
            toStartOfYear          | CAST(date_trunc('year', @1) AS DATE)
            toStartOfISOYear       | CAST(date_trunc('week', make_date(isoyear(@1), 1, 4)) AS DATE)
            toYear                 | year(@1)
            toQuarter              | quarter(@1)
            toMonth                | month(@1)
            toISOYear              | isoyear(@1)
            toISOWeek              | weekofyear(@1)
            toDayOfYear            | dayofyear(@1)
            toDayOfMonth           | day(@1)
            toDayOfWeek            | isodow(@1)
            toHour                 | hour(@1)
            toMinute               | minute(@1)
            toSecond               | second(@1)
            toYYYYMM               | (year(@1) * 100 + month(@1))
            toYYYYMMDD             | (year(@1) * 10000 + month(@1) * 100 + day(@1))
            toUnixTimestamp        | (epoch_us(#1) // 1000000)
            toUnixTimestamp64Milli | (epoch_us(#1) // 1000)
            fromUnixTimestamp      | make_timestamp(TRY_CAST($1 * 1000000 AS BIGINT))
            fromUnixTimestamp64Milli | make_timestamp(TRY_CAST($1::HUGEINT * 1000 AS BIGINT))
            addSeconds             | (#1 + to_seconds($2))
            addMinutes             | (#1 + to_minutes($2))
            addHours               | (#1 + to_hours($2))
            """;

    static final Map<String, String> BY_NAME = byName();

    private FunctionTemplates() {}

    private static Map<String, String> byName() {
        var templates = new HashMap<String, String>();
        for (var line : TABLE.lines().filter(line -> !line.isBlank()).toList()) {
            int bar = line.indexOf(" | ");
            var name = line.substring(0, bar).strip();
            if (templates.put(name, line.substring(bar + 3).strip()) != null) {
                throw new IllegalStateException("two templates for " + name);
            }
        }
        return Map.copyOf(templates);
    }
}
