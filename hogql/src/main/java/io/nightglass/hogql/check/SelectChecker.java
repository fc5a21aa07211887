package io.nightglass.hogql.check;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.Type;
import io.nightglass.hogql.checked.Body;
import io.nightglass.hogql.checked.Checked;
import io.nightglass.hogql.function.Functions;
import io.nightglass.hogql.tree.Expr;
import io.nightglass.hogql.tree.HogQlText;
import io.nightglass.hogql.tree.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The clauses of one SELECT, in the order in which ClickHouse gives them meaning. */
final class SelectChecker {
    private final QueryChecker queries;
    private final Sources sources = new Sources();
    private final Aliases aliases = new Aliases();
    private final ExprChecker expressions;
    private final List<Body.Shape> shape = new ArrayList<>();
    private final List<Checked> columns = new ArrayList<>();

    SelectChecker(QueryChecker queries) {
        this.queries = queries;
        this.expressions = new ExprChecker(queries, sources, aliases);
    }

    Body check(Query.Select select) {
        var from = select.from() == null ? null : new FromChecker(queries).check(select.from());
        if (from != null) {
            sources.addAll(from.sources());
            expressions.explode(from.explosions());
        }
        collectAliases(select);
        nameWindows(select.further().windows());
        var where = select.where() == null ? null : condition(select.where(), Clause.WHERE);
        select.columns().forEach(this::column);
        var keys = new Keys(this::positioned).of(select, columns);
        var having = select.having() == null ? null : condition(select.having(), Clause.HAVING);
        var orders = orders(select);
        var further = further(select, keys);
        boolean grouped = !keys.all().isEmpty() || !keys.sets().isEmpty() || expressions.sawAggregates();
        if (grouped) {
            var grouping = new Grouping(keys.all(), expressions);
            grouping.check(columns);
            Stream.ofNullable(having).forEach(grouping::check);
            Stream.ofNullable(further.qualify()).forEach(grouping::check);
            Stream.ofNullable(further.limitBy()).forEach(limit -> grouping.check(limit.by()));
            orders.forEach(order -> grouping.check(order.value()));
        }
        orders.removeIf(order -> Fixed.is(order.value()) || order.value().type().isNull());
        boolean ties = further.ties() != null;
        return new Body.Select(
                select.distinct(),
                List.copyOf(shape),
                List.copyOf(columns),
                from == null ? null : from.from(),
                List.copyOf(expressions.explosions()),
                grouped ? where : both(where, having),
                grouped,
                keys.varying(),
                grouped ? having : null,
                List.copyOf(orders),
                new Body.Slice(ties ? null : count(select.limit(), "LIMIT"), offset(select)),
                further);
    }

    private List<Body.Order> orders(Query.Select select) {
        var orders = new ArrayList<Body.Order>();
        for (var order : select.orderBy()) {
            if (order.expression() instanceof Expr.Name(var at, var parts)
                    && parts.getFirst().equalsIgnoreCase("all")
                    && !isKnown(parts.getFirst())) {
                columns.forEach(column -> orders.add(new Body.Order(column, order.descending(), order.nullsFirst())));
                continue;
            }
            var value = positioned(order.expression(), Clause.ORDER_BY);
            shown(select, value, order.expression().at(), "ORDER BY");
            orders.add(new Body.Order(value, order.descending(), order.nullsFirst()));
        }
        return orders;
    }

    private boolean isKnown(String name) {
        return aliases.entry(name) != null
                || sources.all().stream().anyMatch(source -> source.column(name).isPresent());
    }

    private void shown(Query.Select select, Checked value, int at, String clause) {
        if (select.distinct() && !columns.contains(value) && !(value instanceof Checked.Constant)) {
            throw new QueryException(new QueryProblem.Unsupported(
                    at, clause + " of what SELECT DISTINCT does not show", "add it to the columns, or use GROUP BY"));
        }
    }

    private Body.Further further(Query.Select select, Keys.Found keys) {
        var written = select.further();
        var qualify = written.qualify() == null ? null : condition(written.qualify(), Clause.QUALIFY);
        if (written.qualify() != null && !expressions.sawWindows()) {
            throw new QueryException(new QueryProblem.Unsupported(
                    written.qualify().at(), "QUALIFY without a window", "put the condition into WHERE or HAVING"));
        }
        Long ties = written.ties() ? count(select.limit(), "LIMIT") : null;
        if (ties != null && (select.orderBy().isEmpty() || written.limitBy() != null)) {
            throw new QueryException(new QueryProblem.Unsupported(
                    select.at(), "LIMIT WITH TIES here", "order by what ties, and leave out LIMIT BY"));
        }
        return new Body.Further(keys.sets(), qualify, limitBy(select), ties == null ? null : ties + offset(select));
    }

    private Body.@Nullable LimitBy limitBy(Query.Select select) {
        var written = select.further().limitBy();
        if (written == null) {
            return null;
        }
        var by = new ArrayList<Checked>();
        for (var expr : written.by()) {
            var value = positioned(expr, Clause.LIMIT_BY);
            shown(select, value, expr.at(), "LIMIT BY");
            by.add(value);
        }
        by.removeIf(Checked.Constant.class::isInstance);
        var count = count(written.limit(), "LIMIT");
        var skip = count(written.offset(), "OFFSET");
        return new Body.LimitBy(count == null ? 0 : count, skip == null ? 0 : skip, List.copyOf(by));
    }

    private void nameWindows(List<Query.NamedWindow> windows) {
        var named = new LinkedHashMap<String, Expr.Window>();
        for (var window : windows) {
            named.putIfAbsent(window.name(), window.window());
        }
        expressions.name(named);
    }

    private void collectAliases(Query.Select select) {
        for (var common : select.with()) {
            if (common.expression() != null) {
                aliases.add(common.name(), common.expression());
            }
        }
        for (var item : select.columns()) {
            if (item.alias() != null) {
                aliases.add(item.alias(), item.expression());
            }
        }
        InnerAliases.of(select).forEach(inner -> aliases.add(inner.alias(), inner.value()));
        for (var item : select.columns()) {
            if (item.alias() == null
                    && item.expression() instanceof Expr.Name(var ignored, var parts)
                    && parts.size() > 1
                    && sources.all().stream()
                            .noneMatch(source -> source.column(parts.getLast()).isPresent())) {
                aliases.add(parts.getLast(), item.expression());
            }
        }
    }

    private void column(Query.Item item) {
        if (item.expression() instanceof Expr.Star(var at, var source)) {
            star(at, source);
            return;
        }
        if (item.expression() instanceof Expr.Columns several) {
            new ColumnLists(sources).items(several).forEach(this::column);
            return;
        }
        if (item.expression() instanceof Expr.Name(var at, var parts)
                && parts.size() == 2
                && parts.getLast().equals("*")) {
            star(at, parts.getFirst());
            return;
        }
        var alias = item.alias();
        var entry = alias == null ? null : aliases.entry(alias);
        boolean shared = entry != null && entry.expression() == item.expression();
        var value = expressions.check(
                shared ? new Expr.Name(item.expression().at(), List.of(alias)) : item.expression(), Clause.SELECT);
        add(alias == null ? HogQlText.of(item.expression()) : alias, value);
    }

    private void star(int at, @Nullable String name) {
        new ColumnLists(sources).all(at, name).forEach(offer -> add(offer.name(), offer.value()));
    }

    private void add(String name, Checked value) {
        shape.add(new Body.Shape(name, value.type()));
        columns.add(value);
    }

    /** A whole number in GROUP BY or ORDER BY is the place of a column. */
    private Checked positioned(Expr expr, Clause clause) {
        if (!(expr instanceof Expr.Literal(var at, Long place))) {
            return expressions.check(expr, clause);
        }
        if (place < 1 || place > columns.size()) {
            throw new QueryException(new QueryProblem.WrongType(
                    at, "the place", place.toString(), "a column's, 1 to %d,".formatted(columns.size())));
        }
        return columns.get((int) (place - 1));
    }

    private Checked condition(Expr expr, Clause clause) {
        return new Arguments(new Conversions(queries.scope().zone()))
                .condition(expr.at(), expressions.check(expr, clause));
    }

    private static @Nullable Checked both(@Nullable Checked first, @Nullable Checked second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        boolean nullable = first.type().nullable() || second.type().nullable();
        return new Checked.Call(Functions.known("and"), List.of(first, second), Type.TRUTH.withNull(nullable));
    }

    private static long offset(Query.Select select) {
        var offset = count(select.offset(), "OFFSET");
        return offset == null ? 0 : offset;
    }

    private static @Nullable Long count(@Nullable Expr expr, String what) {
        if (expr == null) {
            return null;
        }
        if (expr instanceof Expr.Literal(var ignored, Long number) && number >= 0) {
            return number;
        }
        throw new QueryException(
                new QueryProblem.WrongType(expr.at(), what, HogQlText.of(expr), "a whole number from 0 on"));
    }
}
