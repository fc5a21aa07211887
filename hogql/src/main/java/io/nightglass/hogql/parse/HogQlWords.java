package io.nightglass.hogql.parse;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Lexer;

/** What the lexer must look ahead for, and the end of a brace that was never opened. */
public abstract class HogQlWords extends Lexer {
    protected HogQlWords(CharStream input) {
        super(input);
    }

    /** A brace too many closes nothing: that is for the parser to say. */
    @Override
    public int popMode() {
        return _modeStack.isEmpty() ? _mode : super.popMode();
    }

    /**
     * Whether the {@code <} just read opens a tag, as PostHog reads it: a name directly after it, then the end of the tag
     * or an attribute. So {@code a<b and c} is refused there and here, and {@code a < b and c} is a comparison.
     */
    protected boolean beginsTag() {
        int end = name(1, false);
        if (end == 1) {
            return false;
        }
        int next = space(end);
        if (isEnd(next)) {
            return true;
        }
        int attribute = name(next, true);
        return next > end && attribute > next && !isDone(space(attribute));
    }

    private boolean isEnd(int at) {
        return _input.LA(at) == '>' || _input.LA(at) == '/';
    }

    private boolean isDone(int at) {
        return _input.LA(at) == CharStream.EOF || _input.LA(at) == '-' && _input.LA(at + 1) == '-';
    }

    private int name(int from, boolean mayBeginWithDigit) {
        int at = from;
        while (isLetter(_input.LA(at))
                || (at > from || mayBeginWithDigit) && isDigit(_input.LA(at))
                || at > from && _input.LA(at) == '-') {
            at++;
        }
        return at;
    }

    private int space(int from) {
        int at = from;
        while (_input.LA(at) == ' ' || _input.LA(at) == '\t' || _input.LA(at) == '\n' || _input.LA(at) == '\r') {
            at++;
        }
        return at;
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
