package io.nightglass.hogql.parse;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.grammar.HogQlLexer;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;

/**
 * A query in the usual lines: a clause each, words of the language in capitals. Only blanks and capitals change: every
 * name, placeholder and comment stays. Stateless; any number of threads.
 */
public final class HogQlFormat {
    private HogQlFormat() {}

    /**
     * {@code text} laid out; empty when that would make it another query, which the words are compared to see.
     *
     * @throws QueryException when it is no query: at the first mistake
     */
    public static Optional<String> of(String text) {
        var read = HogQlParse.read(text);
        var laidOut = Doc.written(new Layout(Comments.of(text, read.tokens())).of(read.statement()));
        return isSame(words(text), words(laidOut)) && letters(text).equalsIgnoreCase(letters(laidOut))
                ? Optional.of(laidOut)
                : Optional.empty();
    }

    /** With those of the comments. */
    private static String letters(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static List<? extends Token> words(String text) {
        var lexer = new HogQlLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        return lexer.getAllTokens();
    }

    private static boolean isSame(List<? extends Token> one, List<? extends Token> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            var word = one.get(i);
            boolean language = word.getType() >= HogQlLexer.ALL && word.getType() <= HogQlLexer.ZONE;
            boolean same = language
                    ? word.getText().equalsIgnoreCase(other.get(i).getText())
                    : word.getText().replace("\r\n", "\n").equals(other.get(i).getText());
            if (!same || word.getType() != other.get(i).getType()) {
                return false;
            }
        }
        return true;
    }
}
