package io.nightglass.hogql.function;

/** From one type to another. What cannot be read is NULL, never an error. */
final class ConversionFunctions {
    static final String TABLE = """
            toFloat, toFloatOrNull, toFloat64, toFloat64OrNull, toFloat32, toFloat32OrNull, toDecimal | any -> float? | A number; NULL when the text is none. | toFloat('1.5') => 1.5
            toFloatOrZero, toFloat64OrZero, toFloat32OrZero | any -> float!           | A number; 0 when the text is none. | toFloatOrZero('abc') => 0
            toFloatOrDefault, toFloat64OrDefault, toFloat32OrDefault | any, float -> float!    | A number; the second argument when the text is none. | toFloatOrDefault('abc', 7) => 7
            toInt, toIntOrNull | any -> integer? | A whole number; a float with a fraction, and a text that is none, is NULL, as PostHog reads it. | toInt('12') => 12
            toInt64, toInt64OrNull, toInt32, toUInt64, toInt8, toInt16, toInt128, toInt256, toUInt8, toUInt16, toUInt32, toUInt128, toUInt256, toInt32OrNull, toUInt64OrNull, toUInt32OrNull, toInt16OrNull, toInt8OrNull | any -> integer~ | A whole number of 64 bits, whatever the spelling; a float is cut towards zero, a text that is none is NULL, not an error. | toInt64(5.9) => 5
            toIntOrZero, toInt64OrZero, toInt32OrZero, toUInt64OrZero, toUInt32OrZero, toInt16OrZero, toInt8OrZero | any -> integer!         | A whole number; 0 when the text is none. | toIntOrZero('12.5') => 0
            toString                                  | any -> text             | As text; days and hours are the pane's. | toString(1.0) => '1'
            toBool                                    | any -> condition~       | true or false; of a text: true, t, yes, y, on, enabled, 1 and their opposites. | toBool('true') => true
            toUUID, toUUIDOrNull | text -> uuid?           | A UUID; NULL when the text is none. | toString(toUUID('00000000-0000-4000-8000-000000000001')) => '00000000-0000-4000-8000-000000000001'
            toIntOrDefault, toInt64OrDefault, toInt32OrDefault, toUInt64OrDefault | any, integer -> integer! | A whole number; the second argument when the text is none. | toIntOrDefault('x', 7) => 7
            toUUIDOrZero                              | text -> uuid!           | A UUID; the one of zeros when the text is none. | toString(toUUIDOrZero('x')) => '00000000-0000-0000-0000-000000000000'
            toNullable                                | T -> T?                 | The same value, of a type that can be NULL. | toNullable(5) => 5
            identity, materialize, toLowCardinality   | T -> T                  | The same value. | identity(5) => 5
            toFixedString                             | text, integer -> text   | The first characters. | toFixedString('abc', 2) => 'ab'
            toJSONString                              | any -> text             | As JSON text. | toJSONString([1, 2]) => '[1,2]'
            formatReadableSize                        | float -> text          | Bytes in B, KiB, MiB, GiB or TiB. | formatReadableSize(1024) => '1.00 KiB'
            formatReadableQuantity                    | float -> text          | In thousand, million, billion, ... | formatReadableQuantity(1500) => '1.50 thousand'
            """;

    private ConversionFunctions() {}
}
