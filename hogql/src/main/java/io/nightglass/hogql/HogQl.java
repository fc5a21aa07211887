package io.nightglass.hogql;

import io.nightglass.hogql.CheckedQuery.ResultColumn;
import io.nightglass.hogql.check.QueryChecker;
import io.nightglass.hogql.checked.Body;
import io.nightglass.hogql.checked.Body.Slice;
import io.nightglass.hogql.parse.HogQlParse;
import io.nightglass.hogql.tree.HogQlText;
import io.nightglass.hogql.tree.Query;

/** HogQL text to checked tree. Stateless; any number of threads. */
public final class HogQl {
    /** Rows of an answer whose query says nothing about it, as in PostHog. */
    public static final int LIMIT = 100;
    /** Rows of an answer at most, as in PostHog. */
    public static final int MOST = 50_000;

    private HogQl() {}

    /**
     * Parses {@code text}, fills its placeholders and checks every name, function and type. At most {@link #LIMIT} rows
     * are meant unless the query has a LIMIT.
     *
     * @throws QueryException with the place of the first mistake and an advice; nothing else, whatever the text
     */
    public static CheckedQuery compile(String text, Scope scope) {
        return compile(text, scope, LIMIT);
    }

    /** The same with another number of rows for a query without LIMIT; {@link #MOST} at most all the same. */
    public static CheckedQuery compile(String text, Scope scope, int limit) {
        var query = HogQlParse.parse(text, scope.values());
        var checker = new QueryChecker(scope);
        var body = checker.check(query);
        var slice = slice(body);
        var columns = body.shape().stream()
                .map(shape -> new ResultColumn(shape.name(), shape.type().base(), shape.type()))
                .toList();
        Long asked = slice.limit();
        int rows = (int) Math.min(MOST, asked == null ? limit : asked);
        return new CheckedQuery(
                columns, unsliced(body), rows, slice.offset(), scope.zone(), checker.tables(), shown(query, rows));
    }

    private static Slice slice(Body body) {
        return body instanceof Body.Select select ? select.slice() : Slice.ALL;
    }

    private static Body unsliced(Body body) {
        return switch (body) {
            case Body.Combined combined -> combined;
            case Body.Select select ->
                new Body.Select(
                        select.distinct(),
                        select.shape(),
                        select.columns(),
                        select.from(),
                        select.explosions(),
                        select.where(),
                        select.grouped(),
                        select.groupBy(),
                        select.having(),
                        select.orderBy(),
                        Slice.ALL);
        };
    }

    private static String shown(Query query, int rows) {
        var text = HogQlText.of(query);
        return query instanceof Query.Select select && select.limit() == null ? text + " LIMIT " + rows : text;
    }
}
