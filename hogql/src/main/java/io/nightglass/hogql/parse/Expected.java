package io.nightglass.hogql.parse;

import io.nightglass.hogql.grammar.HogQlLexer;
import io.nightglass.hogql.grammar.HogQlParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.misc.IntervalSet;

/** What could stand where the parser stopped, in words: an expression rather than its hundred first tokens. */
final class Expected {
    private static final int MOST = 6;

    private Expected() {}

    static String of(HogQlParser parser) {
        return words(parser.getExpectedTokens());
    }

    /** Where several readings of the text end at once: what any of them could go on with. */
    static String of(HogQlParser parser, NoViableAltException none) {
        var tokens = new IntervalSet();
        if (none.getDeadEndConfigs() == null) {
            return of(parser);
        }
        for (var reading : none.getDeadEndConfigs()) {
            tokens.addAll(parser.getATN().nextTokens(reading.state));
        }
        tokens.remove(org.antlr.v4.runtime.Token.EPSILON);
        return tokens.isNil() ? "an expression" : words(tokens);
    }

    private static String words(IntervalSet tokens) {
        if (tokens.contains(HogQlLexer.INTEGER) && tokens.contains(HogQlLexer.STRING)) {
            return "an expression";
        }
        if (tokens.contains(HogQlLexer.SELECT)
                && tokens.contains(HogQlLexer.WITH)
                && !tokens.contains(HogQlLexer.WORD)) {
            return "SELECT";
        }
        var names = names(tokens);
        return String.join(", ", names.subList(0, Math.min(MOST, names.size()))) + (names.size() > MOST ? ", ..." : "");
    }

    /** Nearly every word is a name: where a name may stand, only signs are worth listing beside it. */
    private static List<String> names(IntervalSet tokens) {
        boolean takesName = tokens.contains(HogQlLexer.WORD);
        boolean takesOperator = tokens.contains(HogQlLexer.PLUS) && tokens.contains(HogQlLexer.AND);
        boolean takesAnyWord = takesName && tokens.contains(HogQlLexer.SELECT) && tokens.contains(HogQlLexer.GROUP);
        var names = new ArrayList<String>();
        if (takesName) {
            names.add("a name");
        }
        if (takesOperator) {
            names.add("an operator");
        }
        for (int token : tokens.toList()) {
            if (token == HogQlLexer.EOF) {
                names.add("the end");
            } else if (!isNamed(token, takesName, takesAnyWord) && !(takesOperator && isOperator(token))) {
                names.add(word(token));
            }
        }
        return names;
    }

    private static boolean isNamed(int token, boolean takesName, boolean takesAnyWord) {
        return token == HogQlLexer.WORD
                || token == HogQlLexer.QUOTED
                || takesAnyWord && token >= HogQlLexer.ALL && token <= HogQlLexer.ZONE
                || takesName
                        && switch (token) {
                            case HogQlLexer.ASC,
                                    HogQlLexer.COHORT,
                                    HogQlLexer.DATE,
                                    HogQlLexer.DESCENDING,
                                    HogQlLexer.FIRST,
                                    HogQlLexer.ID,
                                    HogQlLexer.KEY,
                                    HogQlLexer.RETURN,
                                    HogQlLexer.TOP,
                                    HogQlLexer.TOTALS -> true;
                            default -> false;
                        };
    }

    private static boolean isOperator(int token) {
        return switch (token) {
            case HogQlLexer.AND,
                    HogQlLexer.OR,
                    HogQlLexer.NOT,
                    HogQlLexer.IS,
                    HogQlLexer.IN,
                    HogQlLexer.BETWEEN,
                    HogQlLexer.LIKE,
                    HogQlLexer.ILIKE,
                    HogQlLexer.DOT,
                    HogQlLexer.SQUARE,
                    HogQlLexer.TYPED -> true;
            default -> token >= HogQlLexer.NULLSAFE && token <= HogQlLexer.PERCENT && token != HogQlLexer.COLON;
        };
    }

    private static String word(int token) {
        var literal = HogQlLexer.VOCABULARY.getLiteralName(token);
        var symbol = HogQlLexer.VOCABULARY.getSymbolicName(token);
        return literal != null && !(token >= HogQlLexer.ALL && token <= HogQlLexer.ZONE)
                ? literal
                : symbol == null ? String.valueOf(token) : symbol.replace('_', ' ');
    }
}
