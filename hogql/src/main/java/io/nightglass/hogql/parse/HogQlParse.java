package io.nightglass.hogql.parse;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.grammar.HogQlLexer;
import io.nightglass.hogql.grammar.HogQlParser;
import io.nightglass.hogql.tree.Query;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;

/** Text to tree. Stateless; any number of threads. */
public final class HogQlParse {
    private HogQlParse() {}

    /**
     * @param values what {@code {name}} placeholders stand for; they become literals, never text of the query
     * @throws QueryException with the place of the first mistake; no text, however long or deep, ends in anything else
     */
    public static Query parse(String text, Map<String, @Nullable Object> values) {
        return new QueryBuilder(new Placeholders(values)).build(tree(text, HogQlParser::statement));
    }

    /** One result column, {@code count() AS c}: a piece of a query that is built. Nothing may stand after it. */
    public static Query.Item column(String text, Map<String, @Nullable Object> values) {
        return new QueryBuilder(new Placeholders(values)).item(tree(text, HogQlParser::columnText));
    }

    /** One term of an ORDER BY, {@code count() DESC}. */
    public static Query.Order order(String text, Map<String, @Nullable Object> values) {
        return new QueryBuilder(new Placeholders(values)).order(tree(text, HogQlParser::orderText));
    }

    /** The names that {@code {name}} stands for in {@code text}, each once, in order; none while it cannot be read. */
    public static List<String> placeholders(String text) {
        var asked = new AskedNames();
        try {
            parse(text, asked);
        } catch (QueryException unread) {
            return asked.names(); // what is wrong with it is told when it is asked
        }
        return asked.names();
    }

    /** A statement as the grammar sees it. */
    record Read(TokenStream tokens, HogQlParser.StatementContext statement) {}

    static Read read(String text) {
        var tokens = tokens(text);
        return new Read(tokens, tree(tokens, HogQlParser::statement));
    }

    /**
     * What {@code rule} makes of the text. Nearly all texts are understood the quick way, which looks at what follows
     * without asking what is around; a text that is not is read again with care, and its mistakes found.
     */
    private static <T> T tree(String text, Function<HogQlParser, T> rule) {
        return tree(tokens(text), rule);
    }

    private static <T> T tree(WatchedTokens tokens, Function<HogQlParser, T> rule) {
        try {
            var quick = parser(tokens);
            quick.getInterpreter().setPredictionMode(PredictionMode.SLL);
            quick.setErrorHandler(new BailErrorStrategy());
            return rule.apply(quick);
        } catch (ParseCancellationException perhapsWrong) {
            tokens.again();
            var careful = parser(tokens);
            careful.addErrorListener(new FirstMistake(tokens));
            careful.setErrorHandler(new NoRepair());
            return rule.apply(careful);
        }
    }

    private static WatchedTokens tokens(String text) {
        Nesting.check(text);
        var lexer = new HogQlLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        var tokens = new WatchedTokens(lexer);
        tokens.fill();
        Nesting.check(tokens.getTokens());
        return tokens;
    }

    private static HogQlParser parser(WatchedTokens tokens) {
        var parser = new HogQlParser(tokens);
        parser.removeErrorListeners();
        return parser;
    }

    /** Tries no repairs, which would look beyond the mistake. */
    private static final class NoRepair extends DefaultErrorStrategy {
        @Override
        public Token recoverInline(Parser parser) {
            var mismatch = new InputMismatchException(parser);
            reportInputMismatch(parser, mismatch);
            throw mismatch;
        }

        @Override
        public void sync(Parser parser) {}
    }

    /** Ends the parse at its first mistake: what follows one is guesswork. */
    private static final class FirstMistake extends BaseErrorListener {
        private final WatchedTokens tokens;

        private FirstMistake(WatchedTokens tokens) {
            this.tokens = tokens;
        }

        @Override
        public void syntaxError(
                Recognizer<?, ?> recognizer,
                @Nullable Object offending,
                int line,
                int column,
                String message,
                @Nullable RecognitionException cause) {
            var parser = (HogQlParser) recognizer;
            var reported = offending instanceof Token found ? found : parser.getCurrentToken();
            var slip = Slips.find(tokens, reported);
            if (slip != null) {
                throw new QueryException(slip);
            }
            var expected = cause instanceof NoViableAltException many ? Expected.of(parser, many) : Expected.of(parser);
            throw new QueryException(
                    new QueryProblem.Syntax(reported.getStartIndex(), Slips.shown(reported), expected));
        }
    }
}
