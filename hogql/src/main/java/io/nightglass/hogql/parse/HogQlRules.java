package io.nightglass.hogql.parse;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.grammar.HogQlLexer;
import java.util.BitSet;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.jspecify.annotations.Nullable;

/** Choices of the grammar that depend on more than the next words. */
public abstract class HogQlRules extends Parser {
    /** Rules that a text within the limits of {@link Nesting} never has open at once. */
    private static final int DEEPEST = 2_000;

    private @Nullable BitSet lambdas;
    private int depth;

    protected HogQlRules(TokenStream input) {
        super(input);
    }

    @Override
    public void enterRule(ParserRuleContext rule, int state, int index) {
        super.enterRule(rule, state, index);
        depth++;
        if (depth > DEEPEST) {
            throw new QueryException(new QueryProblem.TooLarge(
                    getCurrentToken().getStartIndex(), "the nesting", Nesting.DEEPEST, "levels"));
        }
    }

    @Override
    public void exitRule() {
        super.exitRule();
        depth--;
    }

    /** {@code NOT (a)} is the function, so that {@code NOT (a) = b} compares what it gives; elsewhere NOT is the operator. */
    protected boolean isNegation() {
        int third = _input.LA(3);
        return _input.LA(2) != HogQlLexer.OPEN || third == HogQlLexer.SELECT || third == HogQlLexer.WITH;
    }

    /** Whether the comma here has a member after it, rather than being the last one's. */
    protected boolean goesOn() {
        if (_input.LA(2) != HogQlLexer.FROM) {
            return true;
        }
        int third = _input.LA(3);
        return third != HogQlLexer.WORD
                && third != HogQlLexer.QUOTED
                && third != HogQlLexer.BRACE
                && third != HogQlLexer.OPEN;
    }

    /** Whether a lambda begins here: looked up once for the whole text, however many names could be its parameters. */
    protected boolean isLambda() {
        if (lambdas == null) {
            lambdas = lambdas(_input);
        }
        return lambdas.get(_input.index());
    }

    private static BitSet lambdas(TokenStream input) {
        var begins = new BitSet();
        for (int i = 0; i < input.size(); i++) {
            int type = input.get(i).getType();
            if (type == HogQlLexer.ARROW) {
                begins.set(begin(input, i));
            } else if (type == HogQlLexer.LAMBDA && isName(input, i + 1)) {
                begins.set(i);
            }
        }
        return begins;
    }

    /** Where the parameters before the arrow at {@code arrow} begin. */
    private static int begin(TokenStream input, int arrow) {
        int at = arrow - 1;
        if (at >= 0 && input.get(at).getType() == HogQlLexer.CLOSE) {
            while (at >= 0 && input.get(at).getType() != HogQlLexer.OPEN) {
                at--;
            }
            return Math.max(at, 0);
        }
        if (at > 0 && input.get(at).getType() == HogQlLexer.COMMA) {
            at--;
        }
        while (at >= 2
                && input.get(at - 1).getType() == HogQlLexer.COMMA
                && isName(input, at - 2)
                && isFirst(input, at - 2)) {
            at -= 2;
        }
        return Math.max(at, 0);
    }

    /** Whether nothing that makes it part of an expression stands before it. */
    private static boolean isFirst(TokenStream input, int at) {
        if (at == 0) {
            return true;
        }
        return switch (input.get(at - 1).getType()) {
            case HogQlLexer.OPEN,
                    HogQlLexer.COMMA,
                    HogQlLexer.SQUARE,
                    HogQlLexer.BRACE,
                    HogQlLexer.SELECT,
                    HogQlLexer.DISTINCT,
                    HogQlLexer.ARROW -> true;
            default -> false;
        };
    }

    private static boolean isName(TokenStream input, int at) {
        if (at >= input.size()) {
            return false;
        }
        int type = input.get(at).getType();
        return type == HogQlLexer.WORD
                || type == HogQlLexer.QUOTED
                || type != Token.EOF && type >= HogQlLexer.ALL && type <= HogQlLexer.ZONE;
    }
}
