package io.nightglass.hogql.tree;

import io.nightglass.hogql.tree.Query.Source;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Trees as HogQL text again: one spelling for every way to write the same. */
public final class HogQlText {
    private final StringBuilder text = new StringBuilder();

    private HogQlText() {}

    /** The query on one line. */
    public static String of(Query query) {
        var printer = new HogQlText();
        printer.query(query);
        return printer.text.toString();
    }

    /** The expression on one line: the name of a column without alias. */
    public static String of(Expr expr) {
        return ExprText.of(expr);
    }

    private void query(Query query) {
        switch (query) {
            case Query.Select select -> select(select);
            case Query.Combined(var at, var left, var operator, var right) -> {
                query(left);
                text.append(' ').append(operator.text()).append(' ');
                if (right instanceof Query.Combined) {
                    text.append('(');
                    query(right);
                    text.append(')');
                } else {
                    query(right);
                }
            }
        }
    }

    private void select(Query.Select select) {
        if (!select.with().isEmpty()) {
            text.append("WITH ")
                    .append(joined(select.with().stream().map(HogQlText::common).toList()))
                    .append(' ');
        }
        text.append("SELECT ").append(select.distinct() ? "DISTINCT " : "");
        text.append(joined(select.columns().stream().map(HogQlText::item).toList()));
        if (select.from() != null) {
            text.append(" FROM ").append(source(select.from()));
        }
        clause(" WHERE ", select.where());
        if (!select.groupBy().isEmpty()) {
            text.append(" GROUP BY ")
                    .append(joined(select.groupBy().stream().map(ExprText::of).toList()));
        }
        clause(" HAVING ", select.having());
        if (!select.orderBy().isEmpty()) {
            text.append(" ORDER BY ")
                    .append(joined(
                            select.orderBy().stream().map(HogQlText::order).toList()));
        }
        clause(" LIMIT ", select.limit());
        clause(" OFFSET ", select.offset());
    }

    private void clause(String keyword, @Nullable Expr expr) {
        if (expr != null) {
            text.append(keyword).append(ExprText.of(expr));
        }
    }

    private static String common(Query.Common common) {
        var name = ExprText.name(common.name());
        return common.query() != null
                ? "%s AS (%s)".formatted(name, of(common.query()))
                : common.expression() != null ? "%s AS %s".formatted(of(common.expression()), name) : name;
    }

    private static String item(Query.Item item) {
        var expression = ExprText.of(item.expression());
        return item.alias() == null ? expression : "%s AS %s".formatted(expression, ExprText.name(item.alias()));
    }

    private static String order(Query.Order order) {
        return ExprText.of(order.expression())
                + (order.descending() ? " DESC" : " ASC")
                + (order.nullsFirst() ? " NULLS FIRST" : "");
    }

    private static String source(Source source) {
        return switch (source) {
            case Source.Named(var at, var name, var alias) -> ExprText.name(name) + as(alias);
            case Source.Made(var at, var function, var arguments, var alias) ->
                "%s(%s)%s"
                        .formatted(
                                function,
                                joined(arguments.stream().map(ExprText::of).toList()),
                                as(alias));
            case Source.Sub(var at, var query, var alias) -> "(%s)%s".formatted(of(query), as(alias));
            case Source.Join(var at, var left, var kind, var right, var on) ->
                "%s %s JOIN %s%s"
                        .formatted(source(left), kind, source(right), on == null ? "" : " ON " + ExprText.of(on));
        };
    }

    private static String as(@Nullable String alias) {
        return alias == null ? "" : " AS " + ExprText.name(alias);
    }

    private static String joined(List<String> parts) {
        return parts.stream().collect(Collectors.joining(", "));
    }
}
