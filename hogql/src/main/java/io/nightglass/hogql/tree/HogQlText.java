package io.nightglass.hogql.tree;

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
            case Query.Unanswerable(var at, var what, var instead) -> text.append(what);
            case Query.Combined(var at, var left, var operator, var right) -> {
                member(left, false);
                text.append(' ').append(operator.text()).append(' ');
                member(right, true);
            }
        }
    }

    /** In brackets where it would otherwise be read with what stands beside it. */
    private void member(Query member, boolean last) {
        boolean alone = switch (member) {
            case Query.Select select -> select.orderBy().isEmpty() && select.limit() == null && select.offset() == null;
            case Query.Unanswerable unanswerable -> true;
            case Query.Combined combined -> !last && !combined.operator().text().startsWith("INTERSECT");
        };
        text.append(alone ? "" : "(");
        query(member);
        text.append(alone ? "" : ")");
    }

    private void select(Query.Select select) {
        if (!select.with().isEmpty()) {
            text.append("WITH ")
                    .append(select.with().stream().anyMatch(Query.Common::recursive) ? "RECURSIVE " : "")
                    .append(joined(select.with().stream().map(HogQlText::common).toList()))
                    .append(' ');
        }
        text.append("SELECT ").append(select.distinct() ? "DISTINCT " : "");
        text.append(joined(select.columns().stream().map(HogQlText::item).toList()));
        if (select.from() != null) {
            text.append(" FROM ").append(SourceText.of(select.from()));
        }
        clause(" WHERE ", select.where());
        groups(select);
        clause(" HAVING ", select.having());
        var further = select.further();
        clause(" QUALIFY ", further.qualify());
        if (!further.windows().isEmpty()) {
            text.append(" WINDOW ")
                    .append(joined(further.windows().stream()
                            .map(window -> "%s AS (%s)"
                                    .formatted(ExprText.name(window.name()), ExprText.window(window.window())))
                            .toList()));
        }
        if (!select.orderBy().isEmpty()) {
            text.append(" ORDER BY ")
                    .append(joined(
                            select.orderBy().stream().map(HogQlText::order).toList()));
        }
        if (further.limitBy() != null) {
            clause(" LIMIT ", further.limitBy().limit());
            clause(" OFFSET ", further.limitBy().offset());
            text.append(" BY ").append(exprs(further.limitBy().by()));
        }
        clause(" LIMIT ", select.limit());
        text.append(further.ties() ? " WITH TIES" : "");
        clause(" OFFSET ", select.offset());
    }

    private void groups(Query.Select select) {
        var keys = exprs(select.groupBy());
        switch (select.further().kind()) {
            case PLAIN -> text.append(keys.isEmpty() ? "" : " GROUP BY " + keys);
            case ROLLUP, CUBE ->
                text.append(" GROUP BY %s(%s)".formatted(select.further().kind(), keys));
            case ALL -> text.append(" GROUP BY ALL");
            case SETS ->
                text.append(" GROUP BY GROUPING SETS (%s)"
                        .formatted(joined(select.further().sets().stream()
                                .map(set -> "(%s)".formatted(exprs(set)))
                                .toList())));
        }
    }

    private static String exprs(List<Expr> exprs) {
        return joined(exprs.stream().map(ExprText::of).toList());
    }

    private void clause(String keyword, @Nullable Expr expr) {
        if (expr != null) {
            text.append(keyword).append(ExprText.of(expr));
        }
    }

    private static String common(Query.Common common) {
        var name = ExprText.name(common.name());
        return common.query() != null
                ? "%s%s AS (%s)"
                        .formatted(
                                name,
                                common.columns().isEmpty() ? "" : SourceText.names(common.columns()),
                                of(common.query()))
                : common.expression() != null ? "%s AS %s".formatted(of(common.expression()), name) : name;
    }

    static String item(Query.Item item) {
        var expression = ExprText.of(item.expression());
        return item.alias() == null ? expression : "%s AS %s".formatted(expression, ExprText.name(item.alias()));
    }

    static String order(Query.Order order) {
        return ExprText.of(order.expression())
                + (order.descending() ? " DESC" : " ASC")
                + (order.nullsFirst() ? " NULLS FIRST" : "");
    }

    private static String joined(List<String> parts) {
        return parts.stream().collect(Collectors.joining(", "));
    }
}
