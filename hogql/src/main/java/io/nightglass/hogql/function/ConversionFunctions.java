package io.nightglass.hogql.function;

/** From one type to another. What cannot be read is NULL, never an error. */
final class ConversionFunctions {
    static final String TABLE = """
            toFloat, toFloatOrNull, toFloat64, toFloat64OrNull, toDecimal | any -> float? | A number; NULL when the text is none. | toFloat('1.5') => 1.5
            toFloatOrZero, toFloat64OrZero            | any -> float!           | A number; 0 when the text is none. | toFloatOrZero('abc') => 0
            toFloatOrDefault                          | any, float -> float!    | A number; the second argument when the text is none. | toFloatOrDefault('abc', 7) => 7
            toInt, toIntOrNull, toInt64, toInt64OrNull, toInt32, toUInt64 | any -> integer? | A whole number; NULL of what is none, 12.5 included. | toInt('12') => 12
            toIntOrZero, toInt64OrZero                | any -> integer!         | A whole number; 0 when the text is none. | toIntOrZero('12.5') => 0
            toString                                  | any -> text             | As text; days and hours are the pane's. | toString(1.0) => '1'
            toBool                                    | any -> condition~       | true or false; of a text: true, t, yes, y, on, enabled, 1 and their opposites. | toBool('true') => true
            toUUID                                    | text -> uuid?           | A UUID; NULL when the text is none. | toString(toUUID('00000000-0000-4000-8000-000000000001')) => '00000000-0000-4000-8000-000000000001'
            """;

    private ConversionFunctions() {}
}
