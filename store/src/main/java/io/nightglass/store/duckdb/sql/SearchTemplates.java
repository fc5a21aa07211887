package io.nightglass.store.duckdb.sql;

/** Finding and cutting inside texts, and URLs. {@link FunctionTemplates} says what the marks mean. */
final class SearchTemplates {
    static final String TABLE = """
            splitByRegexp          | regexp_split_to_array($2, $1, 's')
            splitByWhitespace      | regexp_extract_all($1, '\\S+')
            splitByNonAlpha        | regexp_extract_all($1, '(?:[A-Za-z0-9]|[^\\x00-\\x7F])+')
            alphaTokens            | regexp_extract_all($1, '[A-Za-z]+')
            regexpQuoteMeta        | regexp_replace($1, '([\\\\|()^$.\\[\\]?*+{:-])', '\\\\\\1', 'g')
            countMatches           | CASE WHEN $2 = '' THEN 0 ELSE len(regexp_extract_all($1, $2, 0, 's')) END
            countMatchesCaseInsensitive | CASE WHEN $2 = '' THEN 0 ELSE len(regexp_extract_all($1, $2, 0, 'si')) END
            countSubstrings        | CASE WHEN $2 = '' THEN 0 ELSE (strlen($1) - strlen(replace($1, $2, ''))) // strlen($2) END
            countSubstringsCaseInsensitive | CASE WHEN $2 = '' THEN 0 ELSE (strlen(lower($1)) - strlen(replace(lower($1), lower($2), ''))) // strlen(lower($2)) END
            positionUTF8           | instr($1, $2)
            positionCaseInsensitiveUTF8 | instr(lower($1), lower($2))
            locate                 | CASE WHEN contains($2, $1) THEN strlen(left($2, instr($2, $1) - 1)) + 1 ELSE 0 END
            hasToken               | list_contains(regexp_extract_all($1, '(?:[A-Za-z0-9]|[^\\x00-\\x7F])+'), $2)
            hasTokenCaseInsensitive | list_contains(regexp_extract_all(lower($1), '(?:[a-z0-9]|[^\\x00-\\x7F])+'), lower($2))
            multiSearchAny         | (len(list_filter($2, lambda e: contains($1, e))) > 0)
            multiSearchAnyCaseInsensitive | (len(list_filter($2, lambda e: contains(lower($1), lower(e)))) > 0)
            multiSearchFirstIndex  | coalesce(list_position(list_transform($2, lambda e: contains($1, e)), TRUE), 0)
            multiSearchFirstPosition | coalesce(list_min(list_transform(list_filter($2, lambda e: contains($1, e)), lambda e: strlen(left($1, instr($1, e) - 1)) + 1)), 0)
            multiSearchAllPositions | list_transform($2, lambda e: CASE WHEN contains($1, e) THEN strlen(left($1, instr($1, e) - 1)) + 1 ELSE 0 END)
            multiMatchAny          | (len(list_filter($2, lambda e: regexp_matches($1, e, 's'))) > 0)
            multiMatchAnyIndex     | coalesce(list_position(list_transform($2, lambda e: regexp_matches($1, e, 's')), TRUE), 0)
            multiMatchAllIndices   | list_filter(range(1, len($2) + 1), lambda i: regexp_matches($1, ($2)[i], 's'))

            protocol               | regexp_extract($1, '^([A-Za-z][A-Za-z0-9+.-]*)://', 1)
            URLHierarchy           | CASE WHEN $1 IS NULL OR $1 = '' THEN [] WHEN strlen($1) > 2000 THEN error('text too long') WHEN regexp_matches($1, '^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*[/?#]') THEN list_transform(list_filter(range(length(regexp_extract($1, '^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*')) + 1, length($1) + 1), lambda i: i = length($1) OR contains('/?#', substr($1, i, 1)) AND (i = length(regexp_extract($1, '^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*')) + 1 OR NOT contains('/?#', substr($1, i - 1, 1)))), lambda i: left($1, i)) ELSE [$1] END
            URLPathHierarchy       | CASE WHEN $1 IS NULL THEN [] WHEN strlen($1) > 2000 THEN error('text too long') WHEN regexp_matches($1, '^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*[/?#]') THEN list_transform(list_filter(range(length(regexp_extract($1, '^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*')) + 2, length($1) + 1), lambda i: i = length($1) OR contains('/?#', substr($1, i, 1)) AND (i = length(regexp_extract($1, '^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*')) + 1 OR NOT contains('/?#', substr($1, i - 1, 1)))), lambda i: substr($1, length(regexp_extract($1, '^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*')) + 1, i - length(regexp_extract($1, '^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*')))) ELSE [] END
            pathFull               | CASE WHEN regexp_matches($1, '^(?:[A-Za-z][A-Za-z0-9+.-]*:)?//') THEN regexp_extract($1, '^[^/]*//[^/]*(/.*)', 1, 's') ELSE regexp_extract($1, '^[^/]*(/.*)', 1, 's') END
            path                   | CASE WHEN regexp_matches($1, '^(?:[A-Za-z][A-Za-z0-9+.-]*:)?//') THEN regexp_extract($1, '^[^/]*//[^/]*(/[^?#]*)', 1) ELSE regexp_extract($1, '^[^/]*(/[^?#]*)', 1) END
            netloc                 | regexp_extract($1, '^(?:[A-Za-z][A-Za-z0-9+.-]*:)?//([^/?#]*)', 1)
            port                   | coalesce(TRY_CAST(regexp_extract($1, '^(?:(?:[A-Za-z][A-Za-z0-9+.-]*:)?//)?(?:[^/?#@]*@)?[^/?#:@]*:([0-9]+)', 1) AS BIGINT), 0)
            queryString            | regexp_extract($1, '\\?([^#]*)', 1)
            fragment               | regexp_extract($1, '#(.*)', 1, 's')
            queryStringAndFragment | CASE WHEN contains($1, '?') THEN regexp_extract($1, '\\?(.*)', 1, 's') ELSE regexp_extract($1, '#.*', 0, 's') END
            extractURLParameter    | regexp_extract($1, '\\?(?:.*?[?&#])??' || regexp_escape($2) || '=([^&#]*)', 1, 's')
            extractURLParameters   | regexp_extract_all(regexp_extract($1, '\\?(.*)', 1, 's'), '[^&#]+')
            extractURLParameterNames | list_transform(regexp_extract_all(regexp_extract($1, '\\?(.*)', 1, 's'), '[^&#]+'), lambda e: string_split(e, '=')[1])
            cutQueryString         | regexp_replace($1, '\\?[^#]*', '')
            cutFragment            | regexp_replace($1, '#.*', '', 's')
            cutQueryStringAndFragment | CASE WHEN contains($1, '?') THEN regexp_replace($1, '\\?.*', '', 's') ELSE regexp_replace($1, '#.*', '', 's') END
            cutURLParameter        | regexp_replace($1, '([?#])' || regexp_escape($2) || '=[^&#]*&?|&' || regexp_escape($2) || '=[^&#]*', '\\1')
            cutWWW                 | regexp_replace($1, '^((?:[A-Za-z][A-Za-z0-9+.-]*:)?//)www\\.', '\\1')
            encodeURLComponent     | url_encode($1)
            decodeURLComponent     | url_decode($1)
            encodeURLFormComponent | replace(url_encode($1), chr(37) || '20', '+')
            decodeURLFormComponent | url_decode(replace($1, '+', ' '))
            """;

    private SearchTemplates() {}
}
