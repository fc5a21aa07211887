package io.nightglass.hogql.function;

/** What is true, and what follows from it. */
final class ConditionFunctions {
    static final String TABLE = """
            if                   | condition, T, T -> T         | The second argument when the first is true, else (also for NULL) the third. | if(2 > 1, 'yes', 'no') => 'yes'
            multiIf              | any, any, any... -> T        | Pairs of condition and value, then the value when no condition is true; CASE is this. | multiIf(1 > 2, 'a', 2 > 1, 'b', 'c') => 'b'
            coalesce             | T... -> T&                   | The first argument that is not NULL. | coalesce(NULL, 2, 3) => 2
            ifNull, IFNULL       | T, T -> T&                   | The second argument when the first is NULL. | ifNull(NULL, 2) => 2
            nullIf, NULLIF       | T, T -> T?                   | NULL when both are equal, else the first. | nullIf(3, 3) => NULL
            assumeNotNull        | T -> T!                      | The same value where NULL is known not to be; NULL becomes 0 or ''. | assumeNotNull(nullIf(3, 3)) => 0
            isNull, ISNULL       | any -> truth!                | Whether it is NULL; IS NULL is this. | isNull(NULL) => 1
            isNotNull            | any -> truth!                | Whether it is not NULL; IS NOT NULL is this. | isNotNull(NULL) => 0
            and                  | condition... -> logic        | Whether all are true. | and(1, 0) => 0
            or                   | condition... -> logic        | Whether one is true. | or(1, 0) => 1
            not                  | condition -> logic           | Whether it is false. | not(0) => 1
            xor                  | condition, condition -> logic | Whether exactly one is true. | xor(1, 1) => 0
            equals               | any, any -> truth            | Whether both are equal; = is this. A number and a text compare as numbers where the text is one. | equals(9, '9') => 1
            notEquals            | any, any -> truth            | Whether they differ; != is this. | notEquals(1, 2) => 1
            isDistinctFrom       | any, any -> truth!           | Whether they differ, NULL being a value like any other; IS DISTINCT FROM is this. | isDistinctFrom(NULL, 1) => 1
            isNotDistinctFrom    | any, any -> truth!           | Whether they are equal or both NULL; <=> is this. | isNotDistinctFrom(NULL, NULL) => 1
            less                 | any, any -> truth            | Whether the first comes before the second; < is this. Texts compare by bytes. | less('10', '9') => 1
            lessOrEquals         | any, any -> truth            | <= is this. | lessOrEquals(1, 1) => 1
            greater              | any, any -> truth            | > is this. | greater(10, '9') => 1
            greaterOrEquals      | any, any -> truth            | >= is this. | greaterOrEquals(1, 2) => 0
            transform            | any, array, array, any? -> any | What stands in the third where the first stands in the second; else the fourth, or the first itself. | transform(1, [1, 2], ['a', 'b'], 'z') => 'a'
            """;

    private ConditionFunctions() {}
}
