package io.nightglass.hogql.parse;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.grammar.HogQlLexer;
import io.nightglass.hogql.grammar.HogQlParser;
import io.nightglass.hogql.tree.Query;
import java.util.Map;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Text to tree. Stateless; any number of threads. */
public final class HogQlParse {
    private HogQlParse() {}

    /**
     * @param values what {@code {name}} placeholders stand for; they become literals, never text of the query
     * @throws QueryException with the place of the first mistake; no text, however long or deep, ends in anything else
     */
    public static Query parse(String text, Map<String, @Nullable Object> values) {
        return new QueryBuilder(new Placeholders(values)).build(parser(text).statement());
    }

    /** One result column, {@code count() AS c}: a piece of a query that is built. Nothing may stand after it. */
    public static Query.Item column(String text, Map<String, @Nullable Object> values) {
        return new QueryBuilder(new Placeholders(values))
                .item(parser(text).columnText().column());
    }

    /** One term of an ORDER BY, {@code count() DESC}. */
    public static Query.Order order(String text, Map<String, @Nullable Object> values) {
        return new QueryBuilder(new Placeholders(values))
                .order(parser(text).orderText().order());
    }

    private static HogQlParser parser(String text) {
        Nesting.check(text);
        var lexer = new HogQlLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        var tokens = new CommonTokenStream(lexer);
        tokens.fill();
        Nesting.check(tokens.getTokens());
        var parser = new HogQlParser(tokens);
        parser.removeErrorListeners();
        parser.addErrorListener(new FirstMistake());
        return parser;
    }

    /** Ends the parse at its first mistake: what follows one is guesswork. */
    private static final class FirstMistake extends BaseErrorListener {
        @Override
        public void syntaxError(
                Recognizer<?, ?> recognizer,
                @Nullable Object offending,
                int line,
                int column,
                String message,
                @Nullable RecognitionException cause) {
            var parser = (HogQlParser) recognizer;
            var token = offending instanceof Token found ? found : parser.getCurrentToken();
            var found = token.getType() == Token.EOF ? "" : token.getText();
            throw new QueryException(new QueryProblem.Syntax(position(token), found, expected(parser, token, cause)));
        }

        private static int position(Token token) {
            return token.getStartIndex();
        }

        private static String expected(HogQlParser parser, Token token, @Nullable RecognitionException cause) {
            return switch (token.getText()) {
                case "'" -> "the end of this text: a closing '";
                case "`", "\"" -> "the end of this name: a closing " + token.getText();
                default -> cause instanceof NoViableAltException ? "an expression" : Expected.of(parser);
            };
        }
    }
}
