package io.nightglass.store.duckdb.sql;

import io.nightglass.hogql.checked.Body;
import io.nightglass.hogql.checked.Body.From;
import io.nightglass.hogql.checked.Checked;
import io.nightglass.hogql.tree.Query.JoinKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Clauses. Sources are called t1, t2, ..., columns c1, c2, ...: no name of the asker's is ever printed. */
final class BodyPrinter {
    private final Layout layout;
    private final Texts texts = new Texts();
    private final ExprPrinter expressions;

    BodyPrinter(Layout layout, Clock clock) {
        this.layout = layout;
        this.expressions = new ExprPrinter(layout, this, texts, clock);
    }

    String print(Body body) {
        return switch (body) {
            case Body.Select select -> select(select);
            case Body.Combined(var shape, var left, var operator, var right) ->
                switch (operator) {
                    case UNION_ALL -> "(%s) UNION ALL (%s)".formatted(print(left), print(right));
                    case UNION_DISTINCT -> "(%s) UNION (%s)".formatted(print(left), print(right));
                    // each row of the right takes one of the left with it, as in ClickHouse
                    case EXCEPT -> "(%s) EXCEPT ALL (%s)".formatted(print(left), print(right));
                    case INTERSECT -> "(%s) INTERSECT ALL (%s)".formatted(print(left), print(right));
                    case INTERSECT_DISTINCT -> "(%s) INTERSECT (%s)".formatted(print(left), print(right));
                };
        };
    }

    private String select(Body.Select select) {
        var keys = select.further().sets().isEmpty()
                ? Set.<Checked>of()
                : select.groupBy().stream()
                        .filter(key -> !key.type().nullable())
                        .collect(Collectors.toUnmodifiableSet());
        return expressions.rolled(keys, () -> {
            if (select.further().limitBy() != null || select.further().ties() != null) {
                return counted(select);
            }
            return select.distinct() && !select.orderBy().isEmpty()
                    ? orderedDistinct(select)
                    : plain(select, List.of());
        });
    }

    /** The engine orders distinct rows only by what they show, spelled alike: so they are ordered from outside. */
    private String orderedDistinct(Body.Select select) {
        var order = select.orderBy().stream()
                .map(one -> order(one, "d.c%d".formatted(1 + select.columns().indexOf(one.value()))))
                .collect(Collectors.joining(", "));
        return "SELECT * FROM (%s) AS d ORDER BY %s%s"
                .formatted(plain(select.withoutOrder(), List.of()), order, slice(select.slice()));
    }

    /** LIMIT BY and WITH TIES count rows of the answer: it is made first, with what they count by beside it. */
    private String counted(Body.Select select) {
        var limitBy = select.further().limitBy();
        var hidden = new ArrayList<Checked>();
        var by = limitBy == null ? List.<String>of() : beside(select, hidden, limitBy.by());
        var values = beside(
                select, hidden, select.orderBy().stream().map(Body.Order::value).toList());
        var orders = new ArrayList<String>();
        for (var one : select.orderBy()) {
            orders.add(order(one, values.get(orders.size())));
        }
        var order = orders.isEmpty() ? "" : "ORDER BY " + String.join(", ", orders);
        var partition = by.isEmpty() ? "" : "PARTITION BY %s ".formatted(String.join(", ", by));
        var condition = limitBy == null
                ? "rank() OVER (%s) <= %d".formatted(order, select.further().ties())
                : "row_number() OVER (%s%s) BETWEEN %d AND %d"
                        .formatted(
                                partition,
                                order,
                                limitBy.skip() + 1,
                                Math.min(Long.MAX_VALUE - limitBy.skip(), limitBy.count()) + limitBy.skip());
        var shown = IntStream.rangeClosed(1, select.columns().size())
                .mapToObj(i -> "d.c" + i)
                .collect(Collectors.joining(", "));
        return "SELECT %s FROM (%s) AS d QUALIFY %s %s%s"
                .formatted(shown, plain(select.withoutOrder(), hidden), condition, order, slice(select.slice()))
                .strip();
    }

    /** The columns of {@code d} that hold {@code values}, hidden ones where they are not shown. */
    private static List<String> beside(Body.Select select, List<Checked> hidden, List<Checked> values) {
        return values.stream()
                .map(value -> {
                    int column = select.columns().indexOf(value);
                    if (column >= 0) {
                        return "d.c" + (column + 1);
                    }
                    if (!hidden.contains(value)) {
                        hidden.add(value);
                    }
                    return "d.h" + (hidden.indexOf(value) + 1);
                })
                .toList();
    }

    private String plain(Body.Select select, List<Checked> hidden) {
        var sql = new StringBuilder(select.distinct() ? "SELECT DISTINCT " : "SELECT ");
        for (int i = 0; i < select.columns().size(); i++) {
            sql.append(i == 0 ? "" : ", ")
                    .append(expressions.print(select.columns().get(i)))
                    .append(" AS c")
                    .append(i + 1);
        }
        for (int i = 0; i < hidden.size(); i++) {
            sql.append(", ")
                    .append(expressions.print(hidden.get(i)))
                    .append(" AS h")
                    .append(i + 1);
        }
        var rest = rest(select);
        var from = from(select);
        return sql.append(from.isEmpty() ? "" : " FROM " + from).append(rest).toString();
    }

    /** What stands after FROM, printed before it: only then are the texts known that it must join. */
    private String rest(Body.Select select) {
        var sql = new StringBuilder();
        var where = select.where();
        if (where != null) {
            sql.append(" WHERE ").append(expressions.unrolled(() -> expressions.print(where)));
        }
        sql.append(expressions.unrolled(() -> groups(select)));
        if (select.having() != null) {
            sql.append(" HAVING ").append(expressions.print(select.having()));
        }
        if (select.further().qualify() != null) {
            sql.append(" QUALIFY ").append(expressions.print(select.further().qualify()));
        }
        if (!select.orderBy().isEmpty()) {
            sql.append(" ORDER BY ")
                    .append(select.orderBy().stream()
                            .map(one -> order(one, expressions.print(one.value())))
                            .collect(Collectors.joining(", ")));
        }
        return sql.append(slice(select.slice())).toString();
    }

    private String groups(Body.Select select) {
        var sets = select.further().sets();
        if (!sets.isEmpty()) {
            return " GROUP BY GROUPING SETS (%s)"
                    .formatted(sets.stream()
                            .map(set -> "(%s)".formatted(list(set)))
                            .collect(Collectors.joining(", ")));
        }
        return select.groupBy().isEmpty() ? "" : " GROUP BY " + list(select.groupBy());
    }

    private static String slice(Body.Slice slice) {
        var limit = slice.limit() == null ? "" : " LIMIT " + slice.limit();
        return slice.offset() == 0 ? limit : limit + " OFFSET " + slice.offset();
    }

    /** NaN stands where NULL does, last unless NULLS FIRST is said; the engine thinks it the greatest number. */
    static String order(Body.Order order, String value) {
        var nulls = order.nullsFirst() ? "NULLS FIRST" : "NULLS LAST";
        var direction = order.descending() ? "DESC" : "ASC";
        boolean moved = order.descending() != order.nullsFirst() && NumberForms.mayBeNaN(order.value());
        var apart = moved ? "isnan(%s) %s %s, ".formatted(value, order.nullsFirst() ? "DESC" : "ASC", nulls) : "";
        return "%s%s %s %s".formatted(apart, value, direction, nulls);
    }

    static String plainOrder(Body.Order order, String value) {
        return "%s %s %s"
                .formatted(
                        value, order.descending() ? "DESC" : "ASC", order.nullsFirst() ? "NULLS FIRST" : "NULLS LAST");
    }

    private String from(Body.Select select) {
        var explosions = expressions.unrolled(
                () -> select.explosions().stream().map(this::explosion).toList());
        return Stream.concat(
                        Stream.ofNullable(select.from()).map(from -> expressions.unrolled(() -> from(from))),
                        explosions.stream())
                .collect(Collectors.joining(", "));
    }

    /** Arrays that go together are of one length. A row of empty ones stays, if it stays, with a value that is none. */
    private String explosion(Body.Explosion explosion) {
        var first = expressions.print(explosion.arrays().getFirst());
        var columns = new ArrayList<String>();
        for (var array : explosion.arrays()) {
            var sql = expressions.print(array);
            var alike = columns.isEmpty()
                    ? sql
                    : "CASE WHEN len(%s) <> len(%s) THEN error('arrays of different length') ELSE %s END"
                            .formatted(sql, first, sql);
            var element = array.type().element();
            var none = element.nullable() || ConversionForms.nothing(element).equals("NULL")
                    ? ConversionForms.noValue("NULL", element)
                    : ConversionForms.nothing(element);
            var whole = explosion.left()
                    ? "CASE WHEN coalesce(len(%s), 0) = 0 THEN [%s] ELSE %s END".formatted(sql, none, alike)
                    : alike;
            columns.add("unnest(%s) AS e%d".formatted(whole, columns.size() + 1));
        }
        return "LATERAL (SELECT %s) AS t%d".formatted(String.join(", ", columns), explosion.number());
    }

    private String from(From from) {
        return switch (from) {
            case From.Stored(var source, var table) ->
                texts.join("%s AS t%d".formatted(layout.relation(table), source), source);
            case From.Sub(var source, var body) -> "(%s) AS t%d".formatted(print(body), source);
            case From.Numbers(var source, var first, var count) ->
                "(SELECT range AS c1 FROM range(%d::BIGINT, %d::BIGINT)) AS t%d"
                        .formatted(first, first + count, source);
            case From.Sampled(From.Stored(var source, var table), var share, var offset) ->
                texts.join(sampled(source, table, share, offset), source);
            case From.Join join -> join(join);
        };
    }

    /** Everybody is in a sample with all their events, or not at all. */
    private String sampled(int source, String table, double share, double offset) {
        var by = layout.column("s", table, "distinct_id");
        return "(SELECT s.* FROM %s AS s WHERE hash(%s) / 18446744073709551616.0 >= %s AND hash(%s) / 18446744073709551616.0 < %s) AS t%d"
                .formatted(
                        layout.relation(table), by, Quote.constant(offset), by, Quote.constant(offset + share), source);
    }

    private String join(From.Join join) {
        var condition = join.on() == null ? "" : " ON " + expressions.print(join.on());
        boolean right = join.kind() == JoinKind.RIGHT;
        return switch (join.strictness()) {
            case ALL -> "(%s %s JOIN %s%s)".formatted(from(join.left()), join.kind(), from(join.right()), condition);
            case SEMI, ANTI -> {
                var kept = from(right ? join.right() : join.left());
                var met = from(right ? join.left() : join.right());
                yield "(%s %s JOIN %s%s)".formatted(kept, join.strictness(), met, condition);
            }
            case ANY ->
                "(%s LEFT JOIN LATERAL (SELECT t%d.* FROM %s WHERE %s LIMIT 1) AS t%d ON TRUE)"
                        .formatted(
                                from(join.left()),
                                number(join.right()),
                                from(join.right()),
                                condition.substring(" ON ".length()),
                                number(join.right()));
            case ASOF ->
                "(%s ASOF %s JOIN %s%s)".formatted(from(join.left()), join.kind(), from(join.right()), condition);
        };
    }

    private static int number(From from) {
        return switch (from) {
            case From.Stored(var source, var table) -> source;
            case From.Sub(var source, var body) -> source;
            case From.Numbers(var source, var first, var count) -> source;
            case From.Sampled(From.Stored(var source, var table), var share, var offset) -> source;
            case From.Join join -> throw new IllegalStateException("a join has no number");
        };
    }

    private String list(List<Checked> values) {
        return values.stream().map(expressions::print).collect(Collectors.joining(", "));
    }
}
