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
            positionCaseInsensitive | CASE WHEN NOT contains(lower($1), lower($2)) THEN 0 ELSE strlen(left($1, instr(lower($1), lower($2)) - 1)) + 1 END
            left                   | left($1, $2)
            right                  | right($1, $2)
            replaceAll             | CASE WHEN $2 = '' THEN $1 ELSE replace($1, $2, $3) END
            replaceOne             | CASE WHEN $2 = '' OR NOT contains($1, $2) THEN $1 ELSE left($1, instr($1, $2) - 1) || $3 || substring($1, instr($1, $2) + length($2)) END
            repeat                 | repeat($1, CASE WHEN $2 * strlen($1) > 100000 THEN error('repeat too long') ELSE greatest($2, 0) END)
            isValidJSON            | (json_valid($1) AND trim($1) NOT IN ('NaN', 'Infinity', '-Infinity'))
            trim                   | trim($*)
            trimLeft               | ltrim($*)
            trimRight              | rtrim($*)
            replaceRegexpAll       | CASE WHEN $2 = '' THEN $1 ELSE regexp_replace($1, $2, $3, 'gs') END
            replaceRegexpOne       | regexp_replace($1, $2, $3, 's')
            match                  | regexp_matches($1, $2, 's')
            initcap                | array_to_string(list_transform(regexp_extract_all($1, '[A-Za-z0-9]+|[^A-Za-z0-9]+'), lambda e: CASE WHEN regexp_matches(e, '^[A-Za-z0-9]') THEN upper(left(e, 1)) || lower(substring(e, 2)) ELSE e END), '')
            initcapUTF8            | array_to_string(list_transform(regexp_extract_all($1, '[\\pL\\pN]+|[^\\pL\\pN]+'), lambda e: upper(left(e, 1)) || lower(substring(e, 2))), '')
            octet_length           | strlen($1)
            space                  | repeat(' ', CASE WHEN $1 > 100000 THEN error('text too long') ELSE greatest($1, 0) END)
            ascii                  | CASE WHEN ascii($1) < 128 THEN ascii($1) WHEN ascii($1) < 2048 THEN 192 + ascii($1) // 64 WHEN ascii($1) < 65536 THEN 224 + ascii($1) // 4096 ELSE 240 + ascii($1) // 262144 END
            bin                    | lpad(bin($1), CAST(8 * ceil(strlen(bin($1)) / 8) AS INTEGER), '0')
            base64Encode           | to_base64(encode($1))
            substringIndex         | CASE WHEN $2 = '' OR $3 = 0 THEN '' WHEN $3 > 0 THEN array_to_string(list_slice(string_split($1, $2), 1, $3), $2) ELSE array_to_string(list_slice(string_split($1, $2), $3, -1), $2) END
            appendTrailingCharIfAbsent | CASE WHEN $1 = '' OR ends_with($1, $2) THEN $1 ELSE $1 || $2 END
            translate              | translate($1, $2, $3)
            editDistance           | CASE WHEN strlen($1) > 5000 OR strlen($2) > 5000 THEN error('text too long') ELSE levenshtein($1, $2) END
            damerauLevenshteinDistance | CASE WHEN strlen($1) > 5000 OR strlen($2) > 5000 THEN error('text too long') ELSE damerau_levenshtein($1, $2) END
            jaroSimilarity         | CASE WHEN strlen($1) > 5000 OR strlen($2) > 5000 THEN error('text too long') ELSE jaro_similarity($1, $2) END
            jaroWinklerSimilarity  | CASE WHEN strlen($1) > 5000 OR strlen($2) > 5000 THEN error('text too long') ELSE jaro_winkler_similarity($1, $2) END
            ngrams                 | CASE WHEN strlen($1) > 10000 THEN error('text too long') ELSE list_transform(range(1, length($1) - greatest($2, 1) + 2), lambda i: substring($1, i, greatest($2, 1))) END
            isValidUTF8            | ($1 IS NOT NULL)
            toValidUTF8            | $1
            encodeXMLComponent     | replace(replace(replace(replace(replace($1, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '"', '&quot;'), chr(39), '&apos;')
            """;

    private TextTemplates() {}
}
