package io.nightglass.hogql.parse;

import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.grammar.HogQlLexer;
import java.util.ArrayDeque;
import java.util.Map;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Mistakes that many make, and what to write instead. Nearly every word is also a name, so that the parser may give up on
 * a reading long before the word that spoils it: the place is the last word it looked at.
 */
final class Slips {
    private static final Map<String, String> SIGNS = Map.of(
            "&", "AND between conditions",
            "|", "OR between conditions, || between texts",
            "!", "NOT before a condition, != between values",
            "^", "pow(a, b)",
            "'", "the end of this text: a closing '",
            "`", "the end of this name: a closing `",
            "\"", "the end of this name: a closing \"",
            "@", "a name; one with other signs in it stands in backquotes",
            "\\", "an expression");

    private Slips() {}

    static String shown(Token token) {
        return token.getType() == Token.EOF ? "" : token.getText();
    }

    /** The problem as it is better told than by what the grammar says at {@code reported}, if it is one of these. */
    static @Nullable QueryProblem find(WatchedTokens tokens, Token reported) {
        int last = Math.max(tokens.furthest(), reported.getTokenIndex());
        for (int i = 0; i <= last; i++) {
            var token = tokens.get(i);
            if (token.getType() == HogQlLexer.OTHER || token.getType() == HogQlLexer.ODD_NUMBER) {
                return sign(token);
            }
            if (token.getType() == HogQlLexer.TAG
                    && i > 0
                    && isValue(tokens.get(i - 1).getType())) {
                return syntax(tokens.get(i), "a space after <, as a word directly after it begins a tag");
            }
        }
        for (int i = 1; i <= last; i++) {
            var missing = missing(tokens, i);
            if (missing != null) {
                return missing;
            }
        }
        var at = tokens.get(last);
        var before = last == 0 ? null : tokens.get(last - 1);
        if (before == null) {
            return null;
        }
        if (at.getType() == HogQlLexer.WORD && isInterval(tokens, last)) {
            return syntax(at, "SECOND, MINUTE, HOUR, DAY, WEEK, MONTH, QUARTER or YEAR");
        }
        if (at.getType() == HogQlLexer.SETTINGS || before.getType() == HogQlLexer.SETTINGS) {
            return syntax(at.getType() == HogQlLexer.SETTINGS ? at : before, "the end, as there are no SETTINGS");
        }
        if (before.getType() == HogQlLexer.TOP && at.getType() == HogQlLexer.INTEGER) {
            return syntax(before, "an expression; TOP is LIMIT at the end");
        }
        return last == reported.getTokenIndex() && at.getType() != Token.EOF ? null : further(tokens, last);
    }

    /** What is left out before the word at {@code i}, which would otherwise be a name: {@code FROM WHERE}, {@code AND ORDER BY}. */
    private static @Nullable QueryProblem missing(WatchedTokens tokens, int i) {
        var at = tokens.get(i);
        int before = tokens.get(i - 1).getType();
        if (at.getType() == HogQlLexer.CLOSE
                && before == HogQlLexer.OPEN
                && i > 1
                && tokens.get(i - 2).getType() == HogQlLexer.IN) {
            return syntax(at, "an expression, as a list after IN has one at least");
        }
        boolean begins = switch (at.getType()) {
            case HogQlLexer.GROUP, HogQlLexer.ORDER ->
                tokens.get(Math.min(i + 1, tokens.size() - 1)).getType() == HogQlLexer.BY;
            case HogQlLexer.FROM, HogQlLexer.WHERE, HogQlLexer.HAVING, HogQlLexer.LIMIT -> true;
            default -> false;
        };
        if (!begins) {
            return null;
        }
        if (before == HogQlLexer.FROM || before == HogQlLexer.JOIN) {
            return syntax(at, "a table, or a query in brackets");
        }
        return before != HogQlLexer.COMMA && before != HogQlLexer.SELECT && wantsExpression(before)
                ? syntax(at, "an expression")
                : null;
    }

    private static QueryProblem sign(Token token) {
        var text = token.getText();
        boolean isLetter = text.codePoints().anyMatch(Character::isLetter) && token.getType() == HogQlLexer.OTHER;
        return syntax(
                token,
                isLetter
                        ? "a name of plain letters; one with others stands in backquotes"
                        : SIGNS.getOrDefault(text, "an expression"));
    }

    /** What belongs at a place the grammar says nothing of, by the word before it and the brackets around it. */
    private static QueryProblem further(WatchedTokens tokens, int last) {
        var at = tokens.get(last);
        int before = tokens.get(last - 1).getType();
        if (before == HogQlLexer.FROM || before == HogQlLexer.JOIN) {
            return syntax(at, "a table, or a query in brackets");
        }
        if (before == HogQlLexer.AS || before == HogQlLexer.DOT) {
            return syntax(at, "a name");
        }
        if (before == HogQlLexer.GROUP || before == HogQlLexer.ORDER || before == HogQlLexer.PARTITION) {
            return syntax(at, "BY");
        }
        if (wantsExpression(before)) {
            return syntax(at, "an expression");
        }
        var open = new ArrayDeque<String>();
        for (int i = 0; i < last; i++) {
            switch (tokens.get(i).getType()) {
                case HogQlLexer.OPEN -> open.push("')'");
                case HogQlLexer.SQUARE -> open.push("']'");
                case HogQlLexer.BRACE -> open.push("'}'");
                case HogQlLexer.CLOSE, HogQlLexer.UNSQUARE, HogQlLexer.UNBRACE -> open.poll();
                default -> {}
            }
        }
        return syntax(at, open.isEmpty() ? "an operator, a clause or the end" : open.peek() + ", ',' or an operator");
    }

    private static boolean isInterval(WatchedTokens tokens, int last) {
        for (int i = last - 1; i >= Math.max(0, last - 4); i--) {
            if (tokens.get(i).getType() == HogQlLexer.INTERVAL) {
                return i < last - 1;
            }
        }
        return false;
    }

    private static boolean wantsExpression(int type) {
        return switch (type) {
            case HogQlLexer.OPEN,
                    HogQlLexer.COMMA,
                    HogQlLexer.SQUARE,
                    HogQlLexer.SELECT,
                    HogQlLexer.WHERE,
                    HogQlLexer.PREWHERE,
                    HogQlLexer.HAVING,
                    HogQlLexer.QUALIFY,
                    HogQlLexer.BY,
                    HogQlLexer.ON,
                    HogQlLexer.AND,
                    HogQlLexer.OR,
                    HogQlLexer.NOT,
                    HogQlLexer.IN,
                    HogQlLexer.LIKE,
                    HogQlLexer.ILIKE,
                    HogQlLexer.BETWEEN,
                    HogQlLexer.WHEN,
                    HogQlLexer.THEN,
                    HogQlLexer.ELSE,
                    HogQlLexer.LIMIT,
                    HogQlLexer.OFFSET,
                    HogQlLexer.ARROW,
                    HogQlLexer.ASSIGN,
                    HogQlLexer.ELVIS,
                    HogQlLexer.CONCAT,
                    HogQlLexer.PLUS,
                    HogQlLexer.MINUS,
                    HogQlLexer.SLASH,
                    HogQlLexer.PERCENT -> true;
            default -> type >= HogQlLexer.NULLSAFE && type <= HogQlLexer.GT;
        };
    }

    private static boolean isValue(int type) {
        return switch (type) {
            case HogQlLexer.WORD,
                    HogQlLexer.QUOTED,
                    HogQlLexer.CLOSE,
                    HogQlLexer.UNSQUARE,
                    HogQlLexer.INTEGER,
                    HogQlLexer.FLOAT,
                    HogQlLexer.STRING,
                    HogQlLexer.TIMESTAMP,
                    HogQlLexer.DATE,
                    HogQlLexer.ID -> true;
            default -> false;
        };
    }

    private static QueryProblem syntax(Token at, String expected) {
        return new QueryProblem.Syntax(at.getStartIndex(), shown(at), expected);
    }
}
