package io.nightglass.hogql.check;

import io.nightglass.hogql.tree.Expr;
import io.nightglass.hogql.tree.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Names given inside expressions of one SELECT, as in {@code (a AS b) + 1}; those of subqueries are their own. */
final class InnerAliases {
    /** More and deeper than anything {@link Budget} lets through; BETWEEN has its value twice. */
    private static final int MOST = 50_000;

    private static final int DEEPEST = 500;

    private final List<Expr.Aliased> found = new ArrayList<>();

    private int depth;
    private int looked;

    private InnerAliases() {}

    static List<Expr.Aliased> of(Query.Select select) {
        var aliases = new InnerAliases();
        select.with().stream()
                .flatMap(common -> Stream.ofNullable(common.expression()))
                .forEach(aliases::look);
        select.columns().forEach(item -> aliases.look(item.expression()));
        Stream.ofNullable(select.where()).forEach(aliases::look);
        select.groupBy().forEach(aliases::look);
        Stream.ofNullable(select.having()).forEach(aliases::look);
        Stream.ofNullable(select.further().qualify()).forEach(aliases::look);
        select.orderBy().forEach(order -> aliases.look(order.expression()));
        return aliases.found;
    }

    private void look(Expr expr) {
        looked++;
        if (depth < DEEPEST && looked < MOST) {
            depth++;
            lookInside(expr);
            depth--;
        }
    }

    private void lookInside(Expr expr) {
        switch (expr) {
            case Expr.Aliased aliased -> {
                found.add(aliased);
                look(aliased.value());
            }
            case Expr.Call call -> {
                call.parameters().forEach(this::look);
                call.arguments().forEach(this::look);
            }
            case Expr.In(var at, var value, var items) -> {
                look(value);
                items.forEach(this::look);
            }
            case Expr.InQuery(var at, var value, var query) -> look(value);
            case Expr.Over(var at, var call, var name, var window) -> {
                look(call);
                window.partition().forEach(this::look);
                window.order().forEach(order -> look(order.expression()));
            }
            case Expr.Columns columns -> columns.replaced().forEach(item -> look(item.expression()));
            case Expr.Lambda lambda -> {}
            case Expr.Literal literal -> {}
            case Expr.Name name -> {}
            case Expr.Star star -> {}
            case Expr.Subquery subquery -> {}
        }
    }
}
