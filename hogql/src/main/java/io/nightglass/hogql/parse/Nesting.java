package io.nightglass.hogql.parse;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.grammar.HogQlLexer;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * Bounds what the parser may be handed. What makes the grammar call itself is counted here, before it does; words that are
 * names here and CASE or END there may be counted wrongly, so the parser counts its own rules too ({@link HogQlRules}).
 */
final class Nesting {
    static final int MOST_CHARACTERS = 200_000;
    static final int MOST_TOKENS = 40_000;
    static final int DEEPEST = 64;

    private Nesting() {}

    static void check(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new QueryException(new QueryProblem.TooLarge(0, "the text", MOST_CHARACTERS, "characters"));
        }
    }

    static void check(List<Token> tokens) {
        if (tokens.size() > MOST_TOKENS) {
            int at = tokens.get(MOST_TOKENS).getStartIndex();
            throw new QueryException(new QueryProblem.TooLarge(at, "the text", MOST_TOKENS, "words"));
        }
        int depth = 0;
        int run = 0;
        int choices = 0;
        boolean isLabel = false;
        for (var token : tokens) {
            depth = Math.max(0, depth + (isLabel ? 0 : step(token)));
            isLabel = beginsLabel(token);
            run = isPrefix(token) ? run + 1 : 0;
            choices += isRightward(token) ? 1 : 0;
            if (depth > DEEPEST || run > DEEPEST || choices > DEEPEST) {
                throw new QueryException(
                        new QueryProblem.TooLarge(token.getStartIndex(), "the nesting", DEEPEST, "levels"));
            }
        }
    }

    private static int step(Token token) {
        return switch (token.getType()) {
            case HogQlLexer.OPEN, HogQlLexer.SQUARE, HogQlLexer.BRACE, HogQlLexer.CASE, HogQlLexer.TAG -> 1;
            case HogQlLexer.CLOSE,
                    HogQlLexer.UNSQUARE,
                    HogQlLexer.UNBRACE,
                    HogQlLexer.END,
                    HogQlLexer.TAG_END,
                    HogQlLexer.TAG_CLOSED -> -1;
            default -> 0;
        };
    }

    /** After these, {@code end} is a name and closes no CASE. */
    private static boolean beginsLabel(Token token) {
        return token.getType() == HogQlLexer.AS || token.getType() == HogQlLexer.DOT;
    }

    private static boolean isPrefix(Token token) {
        return token.getType() == HogQlLexer.NOT
                || token.getText().equals("-")
                || token.getText().equals("+");
    }

    /** {@code a ? b : c ? d : e} and {@code x -> y -> z} nest to the right without a bracket. */
    private static boolean isRightward(Token token) {
        return token.getText().equals("?") || token.getText().equals("->");
    }
}
