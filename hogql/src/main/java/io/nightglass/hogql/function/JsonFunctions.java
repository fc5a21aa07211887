package io.nightglass.hogql.function;

/** Values out of JSON text. The path is any number of keys and 1-based indexes. */
final class JsonFunctions {
    static final String TABLE = """
            JSONExtractString    | text, any* -> text     | A text, numbers and booleans as text; '' when missing. | JSONExtractString('{"a": {"b": "x"}}', 'a', 'b') => 'x'
            JSONExtractInt, JSONExtractUInt | text, any* -> integer | A whole number, also out of a text; 0 when missing. | JSONExtractInt('{"a": "12"}', 'a') => 12
            JSONExtractFloat     | text, any* -> float    | A number, also out of a text; 0 when missing. | JSONExtractFloat('{"a": 1.5}', 'a') => 1.5
            JSONExtractBool      | text, any* -> truth     | Whether it is true or a whole number but 0. | JSONExtractBool('{"a": true}', 'a') => 1
            JSONExtractRaw       | text, any* -> text     | JSON text; '' when missing. | JSONExtractRaw('{"a": [1,2]}', 'a') => '[1,2]'
            JSONExtractArrayRaw  | text, any* -> [text]   | The elements of an array, each as JSON text. | JSONExtractArrayRaw('{"a": [1,"x"]}', 'a') => ['1', '"x"']
            JSONExtractKeys      | text, any* -> [text]   | The keys of an object. | JSONExtractKeys('{"a": 1, "b": 2}') => ['a', 'b']
            JSONHas              | text, any* -> truth    | Whether there is such a value, null included. | JSONHas('{"a": 1}', 'a') => 1
            JSONLength           | text, any* -> count    | Elements of an array, keys of an object; 0 else. | JSONLength('{"a": [1,2]}', 'a') => 2
            isValidJSON          | text -> truth          | Whether the text is JSON. | isValidJSON('{') => 0
            """;

    private JsonFunctions() {}
}
