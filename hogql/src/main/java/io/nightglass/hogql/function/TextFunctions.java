package io.nightglass.hogql.function;

/** Texts. Lengths and positions count bytes, as in ClickHouse; the UTF8 forms count characters. */
final class TextFunctions {
    static final String TABLE = """
            lower, lcase                | text -> text                  | ASCII letters made small. | lower('ABC') => 'abc'
            upper, ucase                | text -> text                  | ASCII letters made capital. | upper('abc') => 'ABC'
            lowerUTF8                   | text -> text                  | All letters made small. | lowerUTF8('É') => 'é'
            upperUTF8                   | text -> text                  | All letters made capital. | upperUTF8('é') => 'É'
            length                      | any -> count                  | Bytes of a text, elements of an array. | length('straße') => 7
            lengthUTF8, char_length     | text -> count                 | Characters. | lengthUTF8('straße') => 6
            empty                       | any -> truth                  | Whether a text or array has nothing in it. | empty('') => 1
            notEmpty                    | any -> truth                  | Whether a text or array has something in it. | notEmpty([1]) => 1
            concat                      | any... -> text                | All one after the other; || is this. NULL when one is. | concat('a', 1) => 'a1'
            startsWith                  | text, text -> truth           | Whether the first begins with the second. | startsWith('abc', 'ab') => 1
            endsWith                    | text, text -> truth           | Whether the first ends with the second. | endsWith('abc', 'bc') => 1
            position                    | text, text -> count           | The byte at which the second begins in the first, from 1; 0 when it does not. | position('abc', 'c') => 3
            positionCaseInsensitive     | text, text -> count           | The same, small and capital letters alike. | positionCaseInsensitive('ABC', 'c') => 3
            substring, substr, mid      | text, integer, integer? -> text | Part of a text from a character on, from 1; negative counts from the end. | substring('abcdef', 2, 3) => 'bcd'
            left                        | text, integer -> text         | The first characters. | left('abc', 2) => 'ab'
            right                       | text, integer -> text         | The last characters. | right('abc', 2) => 'bc'
            trim, trimBoth              | text -> text                  | Without spaces at both ends. | trim('  a ') => 'a'
            trimLeft, ltrim             | text -> text                  | Without spaces at the beginning. | trimLeft('  a') => 'a'
            trimRight, rtrim            | text -> text                  | Without spaces at the end. | trimRight('a  ') => 'a'
            replaceAll, replace         | text, text, text -> text      | Every second argument in the first made the third. | replaceAll('aXbX', 'X', '-') => 'a-b-'
            replaceOne                  | text, text, text -> text      | The first occurrence only. | replaceOne('aXbX', 'X', '-') => 'a-bX'
            replaceRegexpAll            | text, text, text -> text      | Every match of a pattern (RE2) replaced; \\\\1 is its first group. | replaceRegexpAll('a1b22', '[0-9]+', '#') => 'a#b#'
            replaceRegexpOne            | text, text, text -> text      | The first match of a pattern replaced. | replaceRegexpOne('a1b22', '[0-9]+', '#') => 'a#b22'
            match                       | text, text -> truth           | Whether a pattern (RE2) occurs in the text. | match('gpt-5', '^gpt-[0-9]') => 1
            extract                     | text, text -> text            | What the pattern's first group (without one: the pattern) matches, or ''. | extract('gpt-5', 'gpt-([0-9])') => '5'
            like                        | text, text -> truth           | LIKE: % is any text, _ any character, \\\\ takes their meaning. | like('abc', 'a%') => 1
            ilike                       | text, text -> truth           | LIKE, small and capital letters alike. | ilike('ABC', 'a%') => 1
            notLike                     | text, text -> truth           | NOT LIKE. | notLike('abc', 'a%') => 0
            notILike                    | text, text -> truth           | NOT ILIKE. | notILike('ABC', 'b%') => 1
            splitByChar, splitByString  | text, text -> [text]          | The second argument cut where the first occurs. | splitByChar(',', 'a,b') => ['a', 'b']
            reverse                     | T -> T                        | A text or array, last first. | reverse('abc') => 'cba'
            repeat                      | text, integer -> text         | The text so many times, at most 10,000. | repeat('ab', 3) => 'ababab'
            """;

    private TextFunctions() {}
}
