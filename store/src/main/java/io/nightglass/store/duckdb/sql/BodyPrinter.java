package io.nightglass.store.duckdb.sql;

import io.nightglass.hogql.checked.Body;
import io.nightglass.hogql.checked.Body.From;
import io.nightglass.hogql.checked.Checked;
import java.util.List;
import java.util.stream.Collectors;
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
                };
        };
    }

    private String select(Body.Select select) {
        return select.distinct() && !select.orderBy().isEmpty() ? orderedDistinct(select) : plain(select);
    }

    /** The engine orders distinct rows only by what they show, spelled alike: so they are ordered from outside. */
    private String orderedDistinct(Body.Select select) {
        var order = select.orderBy().stream()
                .map(one -> order(one, "d.c%d".formatted(1 + select.columns().indexOf(one.value()))))
                .collect(Collectors.joining(", "));
        return "SELECT * FROM (%s) AS d ORDER BY %s%s"
                .formatted(plain(select.withoutOrder()), order, slice(select.slice()));
    }

    private String plain(Body.Select select) {
        var sql = new StringBuilder(select.distinct() ? "SELECT DISTINCT " : "SELECT ");
        for (int i = 0; i < select.columns().size(); i++) {
            sql.append(i == 0 ? "" : ", ")
                    .append(expressions.print(select.columns().get(i)))
                    .append(" AS c")
                    .append(i + 1);
        }
        var rest = rest(select);
        var from = from(select);
        return sql.append(from.isEmpty() ? "" : " FROM " + from).append(rest).toString();
    }

    /** What stands after FROM, printed before it: only then are the texts known that it must join. */
    private String rest(Body.Select select) {
        var sql = new StringBuilder();
        if (select.where() != null) {
            sql.append(" WHERE ").append(expressions.print(select.where()));
        }
        if (!select.groupBy().isEmpty()) {
            sql.append(" GROUP BY ").append(list(select.groupBy()));
        }
        if (select.having() != null) {
            sql.append(" HAVING ").append(expressions.print(select.having()));
        }
        if (!select.orderBy().isEmpty()) {
            sql.append(" ORDER BY ")
                    .append(select.orderBy().stream()
                            .map(one -> order(one, expressions.print(one.value())))
                            .collect(Collectors.joining(", ")));
        }
        return sql.append(slice(select.slice())).toString();
    }

    private static String slice(Body.Slice slice) {
        var limit = slice.limit() == null ? "" : " LIMIT " + slice.limit();
        return slice.offset() == 0 ? limit : limit + " OFFSET " + slice.offset();
    }

    /** NaN stands where NULL does, last unless NULLS FIRST is said; the engine thinks it the greatest number. */
    private static String order(Body.Order order, String value) {
        var nulls = order.nullsFirst() ? "NULLS FIRST" : "NULLS LAST";
        var direction = order.descending() ? "DESC" : "ASC";
        boolean moved = order.descending() != order.nullsFirst() && NumberForms.mayBeNaN(order.value());
        var apart = moved ? "isnan(%s) %s %s, ".formatted(value, order.nullsFirst() ? "DESC" : "ASC", nulls) : "";
        return "%s%s %s %s".formatted(apart, value, direction, nulls);
    }

    private String from(Body.Select select) {
        var explosions = select.explosions().stream()
                .map(explosion -> "LATERAL (SELECT unnest(%s) AS e) AS t%d"
                        .formatted(expressions.print(explosion.array()), explosion.number()))
                .toList();
        return Stream.concat(Stream.ofNullable(select.from()).map(this::from), explosions.stream())
                .collect(Collectors.joining(", "));
    }

    private String from(From from) {
        return switch (from) {
            case From.Stored(var source, var table) ->
                texts.join("%s AS t%d".formatted(layout.relation(table), source), source);
            case From.Sub(var source, var body) -> "(%s) AS t%d".formatted(print(body), source);
            case From.Numbers(var source, var first, var count) ->
                "(SELECT range AS c1 FROM range(%d::BIGINT, %d::BIGINT)) AS t%d"
                        .formatted(first, first + count, source);
            case From.Join(var left, var kind, var right, var on) -> {
                var condition = on == null ? "" : " ON " + expressions.print(on);
                yield "(%s %s JOIN %s%s)".formatted(from(left), kind, from(right), condition);
            }
        };
    }

    private String list(List<Checked> values) {
        return values.stream().map(expressions::print).collect(Collectors.joining(", "));
    }
}
