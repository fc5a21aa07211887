package io.nightglass.store.duckdb.sql;

/** Texts. {@link FunctionTemplates} says what the marks mean. */
final class TextTemplates {
    static final String TABLE = """
            lower                  | translate($1, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')
            upper                  | translate($1, 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')
            lowerUTF8              | lower($1)
            upperUTF8              | upper(replace($1, 'ß', 'SS'))
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
            """;

    private TextTemplates() {}
}
