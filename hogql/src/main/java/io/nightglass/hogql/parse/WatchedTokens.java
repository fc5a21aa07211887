package io.nightglass.hogql.parse;

import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;

/** The words of a text, and the last of them anybody looked at: where no reading goes on, that one is the mistake. */
final class WatchedTokens extends CommonTokenStream {
    private int furthest;

    WatchedTokens(TokenSource source) {
        super(source);
    }

    @Override
    public Token LT(int distance) {
        var token = super.LT(distance);
        if (token != null) {
            furthest = Math.max(furthest, token.getTokenIndex());
        }
        return token;
    }

    int furthest() {
        return furthest;
    }

    /** Forgets what was looked at: a text is read from its beginning again. */
    void again() {
        furthest = 0;
        seek(0);
    }
}
