package io.nightglass.hogql.parse;

import io.nightglass.hogql.grammar.HogQlLexer;
import io.nightglass.hogql.grammar.HogQlParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.misc.IntervalSet;

/** What could stand where the parser stopped, in words: an expression rather than its forty first tokens. */
final class Expected {
    private static final int MOST = 6;
    private static final List<String> OPERATORS = List.of(
            "'='", "'=='", "'!='", "'<>'", "'<'", "'<='", "'>'", "'>='", "'||'", "'+'", "'-'", "'*'", "'/'", "'%'",
            "'?'", "'['", "'.'", "IS", "BETWEEN", "LIKE", "ILIKE", "IN", "AND", "OR", "NOT");

    private Expected() {}

    static String of(HogQlParser parser) {
        var tokens = parser.getExpectedTokens();
        if (tokens.contains(HogQlLexer.INTEGER) && tokens.contains(HogQlLexer.STRING)) {
            return "an expression";
        }
        if (tokens.contains(HogQlLexer.SELECT) && tokens.contains(HogQlLexer.WITH)) {
            return "SELECT";
        }
        var names = names(tokens);
        if (names.containsAll(List.of("AND", "OR"))) {
            names.removeAll(OPERATORS);
            names.add("an operator");
        }
        return String.join(", ", names.subList(0, Math.min(MOST, names.size()))) + (names.size() > MOST ? ", ..." : "");
    }

    private static List<String> names(IntervalSet tokens) {
        boolean takesName = tokens.contains(HogQlLexer.WORD);
        var names = new ArrayList<String>();
        if (takesName) {
            names.add("a name");
        }
        for (int token : tokens.toList()) {
            if (token == HogQlLexer.EOF) {
                names.add("the end");
            } else if (token == HogQlLexer.WORD || token == HogQlLexer.QUOTED || takesName && isNameToo(token)) {
                continue;
            } else {
                names.add(word(token));
            }
        }
        return names;
    }

    private static String word(int token) {
        var literal = HogQlLexer.VOCABULARY.getLiteralName(token);
        var symbol = HogQlLexer.VOCABULARY.getSymbolicName(token);
        return symbol != null ? symbol : literal;
    }

    private static boolean isNameToo(int token) {
        return token == HogQlLexer.ALL
                || token == HogQlLexer.FIRST
                || token == HogQlLexer.LAST
                || token == HogQlLexer.NULLS
                || token == HogQlLexer.CAST;
    }
}
