package io.nightglass.hogql.parse;

import io.nightglass.hogql.grammar.HogQlLexer;
import io.nightglass.hogql.grammar.HogQlParser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Between which words a blank stands, and which words are written in capitals. */
final class Spacing {
    private Spacing() {}

    /** Whether a blank belongs before {@code next}; both are words of the tree, or rules written as they are. */
    static boolean isApart(@Nullable ParseTree before, ParseTree next) {
        if (before == null || opens(type(before)) || ends(type(next))) {
            return false;
        }
        int last = type(before);
        if (last == HogQlLexer.DOT || last == HogQlLexer.SAFE_DOT || last == HogQlLexer.TYPED) {
            return false;
        }
        if ((last == HogQlLexer.MINUS || last == HogQlLexer.PLUS) && isSign(before)) {
            return type(next) == last;
        }
        return switch (type(next)) {
            case HogQlLexer.COLON ->
                !(next.getParent() instanceof HogQlParser.ItemContext
                        || next.getParent() instanceof HogQlParser.PairContext);
            case HogQlLexer.OPEN -> !isOfName(next);
            case HogQlLexer.SQUARE -> next.getParent() instanceof HogQlParser.ArrayContext;
            default -> true;
        };
    }

    /** The type of a word; 0 for a rule. */
    static int type(ParseTree node) {
        return node instanceof TerminalNode word ? word.getSymbol().getType() : 0;
    }

    static boolean opens(int type) {
        return type == HogQlLexer.OPEN || type == HogQlLexer.SQUARE || type == HogQlLexer.BRACE;
    }

    static boolean closes(int type) {
        return type == HogQlLexer.CLOSE || type == HogQlLexer.UNSQUARE || type == HogQlLexer.UNBRACE;
    }

    private static boolean ends(int type) {
        return closes(type)
                || type == HogQlLexer.COMMA
                || type == HogQlLexer.DOT
                || type == HogQlLexer.SAFE_DOT
                || type == HogQlLexer.TYPED
                || type == HogQlLexer.SEMICOLON;
    }

    private static boolean isSign(ParseTree word) {
        return word.getParent() instanceof HogQlParser.NegativeContext
                || word.getParent() instanceof HogQlParser.PositiveContext
                || word.getParent() instanceof HogQlParser.SignedContext;
    }

    /** A bracket that belongs to the name before it: {@code f(}. */
    private static boolean isOfName(ParseTree bracket) {
        var parent = bracket.getParent();
        return switch (parent) {
            case HogQlParser.CallContext call -> {
                var before = before(bracket, call);
                yield before instanceof HogQlParser.FunctionContext || closes(type(before));
            }
            case HogQlParser.MadeContext made -> true;
            case HogQlParser.AppliedContext applied -> true;
            case HogQlParser.CastContext cast -> true;
            case HogQlParser.TrimContext trim -> true;
            case HogQlParser.ColumnsContext columns -> true;
            case HogQlParser.CastTypeContext type -> true;
            case HogQlParser.NamesContext names -> true;
            case null, default -> false;
        };
    }

    private static ParseTree before(ParseTree node, ParserRuleContext parent) {
        return parent.getChild(Math.max(0, parent.children.indexOf(node) - 1));
    }

    /** As a word of the language is written; what is a name stays as it is. */
    static String written(TerminalNode word) {
        int type = word.getSymbol().getType();
        boolean keyword = type >= HogQlLexer.ALL && type <= HogQlLexer.ZONE;
        return keyword && !isName(word) ? word.getText().toUpperCase(java.util.Locale.ROOT) : word.getText();
    }

    private static boolean isName(TerminalNode word) {
        return switch (word.getParent()) {
            case HogQlParser.WordContext name -> true;
            case HogQlParser.LabelContext name -> true;
            case HogQlParser.FunctionContext name -> true;
            case HogQlParser.BareContext name -> true;
            case HogQlParser.PlainContext name -> true;
            case HogQlParser.TypeContext type -> true;
            case HogQlParser.CastTypeContext type -> true;
            case HogQlParser.LiteralContext literal -> word.getSymbol().getType() != HogQlLexer.NULL;
            case null, default -> false;
        };
    }
}
