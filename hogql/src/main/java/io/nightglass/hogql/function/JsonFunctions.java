package io.nightglass.hogql.function;

/** Values out of JSON text. The path is any number of keys and 1-based indexes. */
final class JsonFunctions {
    static final String TABLE = """
            JSONExtractString, simpleJSONExtractString, visitParamExtractString | text, any* -> text     | A text, numbers and booleans as text; '' when missing. | JSONExtractString('{"a": {"b": "x"}}', 'a', 'b') => 'x'
            JSONExtractInt, JSONExtractUInt, simpleJSONExtractInt, simpleJSONExtractUInt, visitParamExtractInt, visitParamExtractUInt | text, any* -> integer | A whole number, also out of a text; 0 when missing. | JSONExtractInt('{"a": "12"}', 'a') => 12
            JSONExtractFloat, simpleJSONExtractFloat, visitParamExtractFloat | text, any* -> float    | A number, also out of a text; 0 when missing. | JSONExtractFloat('{"a": 1.5}', 'a') => 1.5
            JSONExtractBool, simpleJSONExtractBool, visitParamExtractBool | text, any* -> truth     | Whether it is true or a whole number but 0. | JSONExtractBool('{"a": true}', 'a') => 1
            JSONExtractRaw, simpleJSONExtractRaw, visitParamExtractRaw | text, any* -> text     | JSON text; '' when missing. | JSONExtractRaw('{"a": [1,2]}', 'a') => '[1,2]'
            JSONExtractArrayRaw  | text, any* -> [text]   | The elements of an array, each as JSON text. | JSONExtractArrayRaw('{"a": [1,"x"]}', 'a') => ['1', '"x"']
            JSONExtractKeys      | text, any* -> [text]   | The keys of an object. | JSONExtractKeys('{"a": 1, "b": 2}') => ['a', 'b']
            JSONHas, simpleJSONHas, visitParamHas | text, any* -> truth    | Whether there is such a value, null included. | JSONHas('{"a": 1}', 'a') => 1
            JSONLength, JSONArrayLength | text, any* -> count    | Elements of an array, keys of an object; 0 else. | JSONLength('{"a": [1,2]}', 'a') => 2
            isValidJSON          | text -> truth          | Whether the text is JSON. | isValidJSON('{') => 0
            JSONExtract          | text, any... -> any    | A value of the type that the last argument names: String, Int64, Float64, Bool, Nullable, Array, Tuple, Map. | JSONExtract('{"a": [1, 2]}', 'a', 'Array(Int64)') => [1, 2]
            JSONExtractKeysAndValues | text, any... -> any | The keys of an object and their values, of the type that the last argument names. | JSONExtractKeysAndValues('{"a": 1}', 'Int64') => [('a', 1)]
            JSONExtractKeysAndValuesRaw | text, any* -> any | The keys of an object and their values as JSON text. | JSONExtractKeysAndValuesRaw('{"a": [1]}') => [('a', '[1]')]
            JSONType             | text, any* -> text     | Object, Array, String, Int64, UInt64, Double, Bool or Null. | JSONType('{"a": 1.5}', 'a') => 'Double'
            JSON_QUERY           | text, format -> text   | What lies at a path like $.a.b[0], as the JSON text of an array; '' for none. | JSON_QUERY('{"a": {"b": 1}}', '$.a') => '[{"b":1}]'
            JSON_EXISTS          | text, format -> truth  | Whether something lies at a path like $.a.b[0]. | JSON_EXISTS('{"a": {"b": 1}}', '$.a.b') => 1
            JSON_VALUE           | text, format -> text   | The plain value at a path like $.a.b[0]; '' for none. | JSON_VALUE('{"a": {"b": "x"}}', '$.a.b') => 'x'
            """;

    private JsonFunctions() {}
}
