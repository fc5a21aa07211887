package io.nightglass.boards.insight;

import io.nightglass.hogql.CheckedQuery;
import io.nightglass.hogql.HogQl;
import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.Scope;
import io.nightglass.hogql.parse.HogQlParse;
import io.nightglass.hogql.tree.Expr;
import io.nightglass.hogql.tree.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the asker wrote in HogQL in the fields of one question. A mistake says its field and its place there, also when it
 * is found in the whole tree: each text is read as if it stood behind all before it, so that a place is in one of them.
 * Used by one thread.
 */
final class Writings {
    /** @param from its place behind the others @param length in characters, as places are counted */
    private record Text(String field, int from, int length) {}

    private final List<Text> texts = new ArrayList<>();
    private int end;

    /** @param end places up to this one mean something else; what is built stands at 0 */
    Writings(int end) {
        this.end = end;
    }

    /** One result column. */
    Query.Item column(String text, String field) {
        return read(text, field, placed -> HogQlParse.column(placed, Map.of()));
    }

    /** A term of an ORDER BY. */
    Query.Order order(String text, String field) {
        return read(text, field, placed -> HogQlParse.order(placed, Map.of()));
    }

    Expr expression(String text, String field) {
        var item = column(text, field);
        if (item.alias() != null) {
            throw new BadFieldException(field, "an expression is wanted, without AS");
        }
        return item.expression();
    }

    private <T> T read(String text, String field, Function<String, T> parser) {
        int from = end + 1;
        var written = new Text(field, from, text.codePointCount(0, text.length()));
        texts.add(written);
        end = from + written.length();
        try {
            return parser.apply(" ".repeat(from) + text);
        } catch (QueryException e) {
            throw complaint(e, written);
        }
    }

    CheckedQuery compiled(Query tree, Scope scope, int limit) {
        return placing(() -> HogQl.compile(tree, scope, limit));
    }

    /** What {@code compiler} gives; a mistake that stands in one of the texts becomes one of its field. */
    <T> T placing(Supplier<T> compiler) {
        try {
            return compiler.get();
        } catch (QueryException e) {
            int at = e.problem().at();
            for (var text : texts) {
                if (at >= text.from() && at <= text.from() + text.length()) {
                    throw complaint(e, text);
                }
            }
            throw e;
        }
    }

    private static BadFieldException complaint(QueryException e, Text text) {
        var problem = e.problem();
        return new BadFieldException(
                text.field(),
                problem.movedTo(Math.max(0, problem.at() - text.from())).advice());
    }
}
