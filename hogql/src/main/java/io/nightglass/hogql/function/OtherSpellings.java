package io.nightglass.hogql.function;

/** What the checker writes as other calls, so that no store needs to print it. */
final class OtherSpellings {
    static final String TABLE = """
            toDecimal64, toDecimal32, toDecimal128, toDecimal64OrNull, toDecimal32OrNull | any, integer -> float? | A number of so many digits. Unlike in ClickHouse a float, rounded. | toDecimal64('1.55', 2) => 1.55
            toDecimal64OrZero, toDecimal32OrZero      | any, integer -> float!  | The same; 0 when the text is none. | toDecimal64OrZero('x', 2) => 0
            accurateCast, accurateCastOrNull          | any, format -> any      | The value as the type of that name; NULL when it cannot be read. | accurateCast('5', 'Int64') => 5
            accurateCastOrDefault                     | any, format -> any      | The same; 0 or '' when it cannot be read. | accurateCastOrDefault('x', 'Int64') => 0
            CAST, cast                                | any, format -> any      | The value as the type of that name, as CAST(value AS type) and value::type are: Array(T), Tuple(T, U), Map(T, U) too; a text is read as an array. NULL when it cannot be read. | CAST(['1', 'x'], 'Array(Int64)') => [1, NULL]
            toTypeName                                | any -> text!            | The type's name. | toTypeName([1.5]) => 'Array(Float64)'
            caseWithExpression   | any, any, any, any... -> any | CASE x WHEN ... is this. | caseWithExpression(2, 1, 'a', 2, 'b', 'c') => 'b'
            in                   | any, any -> truth!           | IN is this. | in(1, [1, 2]) => 1
            notIn                | any, any -> truth!           | NOT IN is this. | notIn(1, [1, 2]) => 0
            intExp2                 | any -> integer              | 2 to that power, as a whole number. | intExp2(3) => 8
            intExp10                | any -> integer              | 10 to that power, as a whole number. | intExp10(3) => 1000
            toDateOrNull            | any -> date?       | The day; NULL for what cannot be read. | toDateOrNull('x') => NULL
            toDateOrZero            | any -> date!       | The day; 1970-01-01 for what cannot be read. | toDateOrZero('x') => 1970-01-01
            toDateOrDefault         | any, date -> date! | The day; the second argument for what cannot be read. | toDateOrDefault('x', toDate('2020-01-01')) => 2020-01-01
            toDateTimeOrNull, toDateTime64OrNull | any, any? -> datetime? | The moment; NULL for what cannot be read. | toDateTimeOrNull('x') => NULL
            toDateTimeOrZero, toDateTime64OrZero | any, any? -> datetime! | The moment; 1970-01-01 for what cannot be read. | toYear(toDateTimeOrZero('x')) => 1970
            """;

    private OtherSpellings() {}
}
