package io.nightglass.hogql;

import io.nightglass.hogql.CheckedQuery.ResultColumn;
import io.nightglass.hogql.check.Growth;
import io.nightglass.hogql.check.QueryChecker;
import io.nightglass.hogql.checked.Body;
import io.nightglass.hogql.checked.Body.Slice;
import io.nightglass.hogql.checked.Checked;
import io.nightglass.hogql.parse.HogQlParse;
import io.nightglass.hogql.tree.HogQlText;
import io.nightglass.hogql.tree.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        return compile(HogQlParse.parse(text, scope.values()), scope, limit);
    }

    /** Checks a query that was not written but built: what a user gave stands in it as {@code Expr.Literal}, never as text. */
    public static CheckedQuery compile(Query query, Scope scope, int limit) {
        var checker = new QueryChecker(scope);
        var body = checker.check(query);
        Growth.check(body);
        var slice = slice(body);
        var columns = body.shape().stream()
                .map(shape -> new ResultColumn(
                        shape.name(),
                        isTruth(shape.type()) ? ValueType.INTEGER : shape.type().base(),
                        shape.type()))
                .toList();
        Long asked = slice.limit();
        boolean ties = body instanceof Body.Select select && select.further().ties() != null;
        int rows = (int) Math.min(MOST, asked == null ? ties ? MOST : limit : asked);
        return new CheckedQuery(
                columns,
                answer(body),
                rows,
                slice.offset(),
                scope.zone(),
                scope.now(),
                checker.tables(),
                shown(query, rows),
                notes(asked));
    }

    private static List<String> notes(@Nullable Long asked) {
        return asked != null && asked > MOST
                ? List.of(
                        "LIMIT %d is beyond the limit of %d rows; at most %d are answered".formatted(asked, MOST, MOST))
                : List.of();
    }

    private static Slice slice(Body body) {
        return body instanceof Body.Select select ? select.slice() : Slice.ALL;
    }

    /** Without the outermost LIMIT; outcomes of comparisons as 1 and 0, as ClickHouse shows them. */
    private static Body answer(Body body) {
        return switch (body) {
            case Body.Combined(var shape, var left, var operator, var right) ->
                new Body.Combined(shape, shown(left), operator, shown(right));
            case Body.Select select -> shown(select).with(Slice.ALL);
        };
    }

    private static Body shown(Body body) {
        return switch (body) {
            case Body.Combined combined -> answer(combined);
            case Body.Select select -> shown(select);
        };
    }

    private static Body.Select shown(Body.Select select) {
        var orders = select.orderBy().stream()
                .map(order -> new Body.Order(shown(order.value()), order.descending(), order.nullsFirst()))
                .toList();
        return select.with(select.columns().stream().map(HogQl::shown).toList(), orders);
    }

    private static Checked shown(Checked value) {
        var shown = shown(value.type());
        return shown.equals(value.type()) ? value : new Checked.Convert(value, shown);
    }

    private static Type shown(Type type) {
        return isTruth(type)
                ? Type.INTEGER.withNull(type.nullable())
                : new Type(
                        type.base(),
                        type.nullable(),
                        type.unsigned(),
                        type.parts().stream().map(HogQl::shown).toList());
    }

    private static boolean isTruth(Type type) {
        return type.unsigned() && type.base() == ValueType.BOOLEAN;
    }

    private static String shown(Query query, int rows) {
        var text = HogQlText.of(query);
        return query instanceof Query.Select select && select.limit() == null ? text + " LIMIT " + rows : text;
    }
}
