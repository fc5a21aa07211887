package io.nightglass.hogql.function;

/** Finding and cutting inside texts. Patterns are RE2's; . is any character, also the end of a line. */
final class SearchFunctions {
    static final String TABLE = """
            splitByChar, splitByString  | text, text, integer? -> [text] | The second argument cut where the first occurs; with a third at most so many pieces. | splitByChar(',', 'a,b') => ['a', 'b']
            splitByRegexp               | text, text -> [text]     | The second argument cut where the pattern matches. | splitByRegexp('[0-9]+', 'a12b') => ['a', 'b']
            splitByWhitespace           | text -> [text]           | Words between spaces, tabs and line ends. | splitByWhitespace(' a  b ') => ['a', 'b']
            splitByNonAlpha, tokens     | text -> [text]           | Words of letters and digits. | splitByNonAlpha('a1, b;c') => ['a1', 'b', 'c']
            alphaTokens, splitByAlpha   | text -> [text]           | Words of ASCII letters. | alphaTokens('ab1c') => ['ab', 'c']
            extractAll                  | text, text -> [text]     | What the pattern's first group (without one: the pattern) matches, everywhere. | extractAll('a1b22', '[0-9]+') => ['1', '22']
            extractGroups               | text, format -> [text]   | What each group of the pattern matches first. | extractGroups('k=v', '(.)=(.)') => ['k', 'v']
            extractAllGroups, extractAllGroupsVertical | text, format -> [[text]] | What each group of the pattern matches, for each match. | extractAllGroups('k=v,x=y', '(.)=(.)') => [['k', 'v'], ['x', 'y']]
            regexpExtract, REGEXP_EXTRACT | text, text, integer? -> text | What that group of the pattern matches; 0 is all, 1 when not given. | regexpExtract('a1', '([a-z])([0-9])', 2) => '1'
            regexpQuoteMeta             | text -> text             | With \\\\ before what has a meaning in patterns. | length(regexpQuoteMeta('a.b')) => 4
            countMatches                | text, text -> count      | How often the pattern matches. | countMatches('a1b2', '[0-9]') => 2
            countMatchesCaseInsensitive | text, text -> count      | The same, small and capital letters alike. | countMatchesCaseInsensitive('aA', 'a') => 2
            countSubstrings             | text, text -> count      | How often the second occurs in the first. | countSubstrings('abab', 'ab') => 2
            countSubstringsCaseInsensitive | text, text -> count   | The same, small and capital letters alike. | countSubstringsCaseInsensitive('ABab', 'ab') => 2
            positionUTF8                | text, text -> count      | position in characters. | positionUTF8('éa', 'a') => 2
            positionCaseInsensitiveUTF8 | text, text -> count      | positionCaseInsensitive in characters. | positionCaseInsensitiveUTF8('ÉA', 'é') => 1
            locate                      | text, text -> count      | The byte at which the first begins in the second, from 1; 0 when it does not. | locate('b', 'abc') => 2
            hasToken                    | text, text -> truth      | Whether it is one of the words of letters and digits. | hasToken('a b', 'b') => 1
            hasTokenCaseInsensitive     | text, text -> truth      | The same, small and capital letters alike. | hasTokenCaseInsensitive('A b', 'a') => 1
            multiSearchAny              | text, [text] -> truth       | Whether one of the texts occurs in it. | multiSearchAny('abc', ['x', 'bc']) => 1
            multiSearchAnyCaseInsensitive | text, [text] -> truth     | The same, small and capital letters alike. | multiSearchAnyCaseInsensitive('ABC', ['bc']) => 1
            multiSearchFirstIndex       | text, [text] -> count       | Which is the first of the texts that occurs in it; 0 when none. | multiSearchFirstIndex('abc', ['x', 'bc']) => 2
            multiSearchFirstPosition    | text, [text] -> count       | The first byte at which one of the texts begins in it, from 1; 0 when none. | multiSearchFirstPosition('abc', ['c', 'b']) => 2
            multiSearchAllPositions     | text, [text] -> [count]     | The byte at which each of the texts begins in it, from 1; 0 when it does not. | multiSearchAllPositions('abc', ['c', 'x']) => [3, 0]
            multiMatchAny               | text, [text] -> truth       | Whether one of the patterns matches. | multiMatchAny('abc', ['z', 'b.']) => 1
            multiMatchAnyIndex          | text, [text] -> count       | Which is the first of the patterns that matches; 0 when none. | multiMatchAnyIndex('abc', ['z', 'b.']) => 2
            multiMatchAllIndices        | text, [text] -> [count]     | Which of the patterns match. | multiMatchAllIndices('abc', ['a', 'z', 'c']) => [1, 3]
            """;

    private SearchFunctions() {}
}
