package io.nightglass.hogql.function;

/** Texts. Lengths and positions count bytes, as in ClickHouse; the UTF8 forms count characters. */
final class TextFunctions {
    static final String TABLE = """
            lower, lcase                | text -> text                  | ASCII letters made small. | lower('ABC') => 'abc'
            upper, ucase                | text -> text                  | ASCII letters made capital. | upper('abc') => 'ABC'
            lowerUTF8                   | text -> text                  | All letters made small. | lowerUTF8('É') => 'é'
            upperUTF8                   | text -> text                  | All letters made capital. | upperUTF8('é') => 'É'
            length                      | any -> count                  | Bytes of a text, elements of an array. | length('straße') => 7
            lengthUTF8, char_length, character_length | text -> count                 | Characters. | lengthUTF8('straße') => 6
            empty                       | any -> truth                  | Whether a text or array has nothing in it. | empty('') => 1
            notEmpty                    | any -> truth                  | Whether a text or array has something in it. | notEmpty([1]) => 1
            concat                      | any... -> text                | All one after the other; || is this. NULL when one is. | concat('a', 1) => 'a1'
            startsWith, startsWithUTF8  | text, text -> truth           | Whether the first begins with the second. | startsWith('abc', 'ab') => 1
            endsWith, endsWithUTF8      | text, text -> truth           | Whether the first ends with the second. | endsWith('abc', 'bc') => 1
            position                    | text, text, integer? -> count | The byte at which the second begins in the first, from 1, or from the character on that the third says; 0 when it does not. | position('abc', 'c') => 3
            positionCaseInsensitive     | text, text -> count           | The same, small and capital letters alike. | positionCaseInsensitive('ABC', 'c') => 3
            substring, substr, mid, substringUTF8 | text, integer, integer? -> text | Part of a text from a character on, from 1; negative counts from the end. | substring('abcdef', 2, 3) => 'bcd'
            left, leftUTF8              | text, integer -> text         | The first characters. | left('abc', 2) => 'ab'
            right, rightUTF8            | text, integer -> text         | The last characters. | right('abc', 2) => 'bc'
            trim, trimBoth              | text, text? -> text                  | Without spaces, or without the characters of the second argument, at both ends. | trim('  a ') => 'a'
            trimLeft, ltrim             | text, text? -> text                  | Without spaces, or without the characters of the second argument, at the beginning. | trimLeft('  a') => 'a'
            trimRight, rtrim            | text, text? -> text                  | Without spaces, or without the characters of the second argument, at the end. | trimRight('a  ') => 'a'
            replaceAll, replace         | text, text, text -> text      | Every second argument in the first made the third. | replaceAll('aXbX', 'X', '-') => 'a-b-'
            replaceOne                  | text, text, text -> text      | The first occurrence only. | replaceOne('aXbX', 'X', '-') => 'a-bX'
            replaceRegexpAll, REGEXP_REPLACE | text, text, text -> text      | Every match of a pattern (RE2) replaced; \\\\1 is its first group. | replaceRegexpAll('a1b22', '[0-9]+', '#') => 'a#b#'
            replaceRegexpOne            | text, text, text -> text      | The first match of a pattern replaced. | replaceRegexpOne('a1b22', '[0-9]+', '#') => 'a#b22'
            match                       | text, text -> truth           | Whether a pattern (RE2) occurs in the text. | match('gpt-5', '^gpt-[0-9]') => 1
            extract                     | text, text -> text            | What the pattern's first group (without one: the pattern) matches, or ''. | extract('gpt-5', 'gpt-([0-9])') => '5'
            like                        | text, text -> truth           | LIKE: % is any text, _ any character, \\\\ takes their meaning. | like('abc', 'a%') => 1
            ilike                       | text, text -> truth           | LIKE, small and capital letters alike. | ilike('ABC', 'a%') => 1
            notLike                     | text, text -> truth           | NOT LIKE. | notLike('abc', 'a%') => 0
            notILike                    | text, text -> truth           | NOT ILIKE. | notILike('ABC', 'b%') => 1
            reverse, reverseUTF8        | T -> T                        | A text or array, last first. | reverse('abc') => 'cba'
            repeat                      | text, integer -> text         | The text so many times, at most 10,000. | repeat('ab', 3) => 'ababab'
            octet_length, OCTET_LENGTH  | text -> count                 | Bytes. | octet_length('é') => 2
            initcapUTF8                 | text -> text                  | The first letter of each word made capital, the others small. | initcapUTF8('élan vital') => 'Élan Vital'
            initcap                     | text -> text                  | The same for ASCII letters. | initcap('hello wORLD') => 'Hello World'
            concatWithSeparator, concat_ws | text, any* -> text         | The others as one text, with the first between them. | concatWithSeparator('-', 'a', 1) => 'a-1'
            format                      | format, any... -> text          | A constant text with {} or {0}, {1} filled in. | format('{} is {}', 'a', 1) => 'a is 1'
            leftPad, lpad, leftPadUTF8  | text, integer, text? -> text  | Filled up at the beginning, or cut, to so many characters, at most 100,000. | leftPad('7', 3, '0') => '007'
            rightPad, rpad, rightPadUTF8 | text, integer, text? -> text | Filled up at the end, or cut, to so many characters, at most 100,000. | rightPad('7', 3, '0') => '700'
            space                       | integer -> text               | So many spaces, at most 100,000. | length(space(2)) => 2
            ascii                       | text -> integer               | The first byte. | ascii('a') => 97
            char                        | integer... -> text            | The characters of these codes. | char(97, 98) => 'ab'
            hex                         | any -> text                   | The bytes of a text, or a whole number, in hexadecimal. | hex('ab') => '6162'
            unhex                       | text -> text                  | The text whose bytes these are; '' when they are none. | unhex('6162') => 'ab'
            bin                         | integer -> text               | The bits of a whole number, whole bytes. | bin(5) => '00000101'
            base64Encode                | text -> text                  | In base 64. | base64Encode('ab') => 'YWI='
            base64Decode                | text -> text                  | Out of base 64; what is none is an error. | base64Decode('YWI=') => 'ab'
            tryBase64Decode             | text -> text                  | Out of base 64; '' when it is none. | tryBase64Decode('!') => ''
            substringIndex, SUBSTRING_INDEX, substringIndexUTF8 | text, format, integer -> text | What stands before so many of the second, counted from the end when negative. | substringIndex('a.b.c', '.', 2) => 'a.b'
            appendTrailingCharIfAbsent  | text, text -> text            | With the second at its end, if not empty. | appendTrailingCharIfAbsent('a', '/') => 'a/'
            translate, translateUTF8    | text, text, text -> text      | Each character of the second made the one of the third at its place. | translate('abc', 'ab', 'xy') => 'xyc'
            editDistance, levenshteinDistance | text, text -> count     | Bytes to insert, leave out or replace to get from one to the other; of texts of at most 5,000 bytes. | editDistance('abc', 'abd') => 1
            damerauLevenshteinDistance  | text, text -> count           | The same, two neighbours may swap. | damerauLevenshteinDistance('ab', 'ba') => 1
            jaroSimilarity              | text, text -> float           | Jaro's similarity, 0 to 1. | round(jaroSimilarity('abc', 'abd'), 3) => 0.778
            jaroWinklerSimilarity       | text, text -> float           | Winkler's, which favours a common beginning. | round(jaroWinklerSimilarity('abc', 'abd'), 3) => 0.822
            ngrams                      | text, integer -> [text]       | All stretches of so many characters; of texts of at most 10,000 bytes. | ngrams('abc', 2) => ['ab', 'bc']
            isValidUTF8                 | text -> truth                 | Whether the text is UTF-8; stored texts always are. | isValidUTF8('é') => 1
            toValidUTF8                 | text -> text                  | The text itself: stored texts always are UTF-8. | toValidUTF8('é') => 'é'
            encodeXMLComponent          | text -> text                  | With &lt; &gt; &amp; &quot; &apos;. | encodeXMLComponent('<a>') => '&lt;a&gt;'
            """;

    private TextFunctions() {}
}
