package io.nightglass.store.duckdb.sql;

/** Arrays, tuples and maps. {@link FunctionTemplates} says what the marks mean. */
final class ArrayTemplates {
    static final String TABLE = """
            has                    | (coalesce(list_position($1, $2), 0) > 0)
            hasAll                 | (list_has_all($1, $2) AND (list_count($2) = len($2) OR list_count($1) < len($1)))
            hasAny                 | (list_has_any($1, $2) OR (list_count($2) < len($2) AND list_count($1) < len($1)))
            indexOf                | coalesce(list_position($1, $2), 0)
            arrayConcat            | ($|)
            arrayPushBack          | list_append($1, $2)
            arrayPushFront         | list_prepend($2, $1)
            arrayUniq              | (len(list_distinct($1)) + CASE WHEN list_count($1) < len($1) THEN 1 ELSE 0 END)
            arrayReverse           | list_reverse($1)
            arrayEnumerate         | range(1, len($1) + 1)
            arrayMap               | list_transform($2, $1)
            arrayFilter            | list_filter($2, $1)
            arrayExists            | (len(list_filter($2, $1)) > 0)
            arrayAll               | (len(list_filter($2, $1)) = len($2))
            arrayCount             | len(list_filter($2, $1))
            tuple                  | row($*)
            arrayPopBack           | $1[1:len($1) - 1]
            arrayPopFront          | $1[2:]
            arrayCompact           | list_filter($1, lambda e, i: i = 1 OR e IS DISTINCT FROM ($1)[i - 1])
            countEqual             | len(list_filter($1, lambda e: e IS NOT DISTINCT FROM $2))
            arrayProduct           | coalesce(CAST(list_product($1) AS DOUBLE), 1e0)
            arrayJaccardIndex      | (len(list_intersect($1, $2)) / len(list_distinct(list_concat($1, $2))))
            arrayDotProduct        | list_inner_product(CAST($1 AS DOUBLE[]), CAST($2 AS DOUBLE[]))
            cosineDistance         | list_cosine_distance(CAST($1 AS DOUBLE[]), CAST($2 AS DOUBLE[]))
            L1Distance             | coalesce(list_sum(list_transform(list_zip(CAST($1 AS DOUBLE[]), CAST($2 AS DOUBLE[])), lambda e: abs(struct_extract(e, 1) - struct_extract(e, 2)))), 0e0)
            L2Distance             | list_distance(CAST($1 AS DOUBLE[]), CAST($2 AS DOUBLE[]))
            emptyArrayString       | CAST([] AS VARCHAR[])
            emptyArrayInt64        | CAST([] AS BIGINT[])
            emptyArrayFloat64      | CAST([] AS DOUBLE[])
            emptyArrayDate         | CAST([] AS DATE[])
            emptyArrayDateTime     | CAST([] AS TIMESTAMP[])
            arrayFirstIndex        | coalesce(list_position(list_transform($2, $1), TRUE), 0)
            arrayFirstOrNull       | list_filter($2, $1)[1]
            arrayLastOrNull        | list_filter($2, $1)[-1]

            mapKeys                | map_keys($1)
            mapValues              | map_values($1)
            mapContains            | map_contains($1, $2)
            mapContainsValue       | list_contains(map_values($1), $2)
            mapConcat              | map_concat($*)
            mapFilter              | map_from_entries(list_filter(list_zip(map_keys($2), map_values($2)), $1))
            mapApply               | map_from_entries(list_transform(list_zip(map_keys($2), map_values($2)), $1))
            mapExists              | (len(list_filter(list_zip(map_keys($2), map_values($2)), $1)) > 0)
            mapAll                 | (len(list_filter(list_zip(map_keys($2), map_values($2)), $1)) = cardinality($2))
            """;

    private ArrayTemplates() {}
}
