package io.nightglass.boards.insight;

import io.nightglass.hogql.tree.Expr;
import io.nightglass.hogql.tree.Query;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A SELECT while it is put together. Used by one thread, then made a tree. */
final class Selection {
    private final Query.@Nullable Source from;
    private final List<Query.Item> columns = new ArrayList<>();
    private final List<Expr> where = new ArrayList<>();
    private final List<Expr> groups = new ArrayList<>();
    private final List<Query.Order> orders = new ArrayList<>();
    private @Nullable Expr having;
    private boolean distinct;
    private @Nullable Long limit;
    private @Nullable Long offset;

    private Selection(Query.@Nullable Source from) {
        this.from = from;
    }

    static Selection from(Query.Source source) {
        return new Selection(source);
    }

    static Selection from(Query.Select inner) {
        return new Selection(new Query.Source.Sub(0, inner, null));
    }

    Selection column(String alias, Expr expression) {
        columns.add(new Query.Item(expression, alias));
        return this;
    }

    /** The column of the source that has this name. */
    Selection column(String name) {
        return column(name, Trees.name(name));
    }

    Selection where(Expr condition) {
        where.add(condition);
        return this;
    }

    Selection where(List<Expr> conditions) {
        where.addAll(conditions);
        return this;
    }

    /** By a column of the selection, or of the source. */
    Selection groupBy(String... names) {
        for (var name : names) {
            groups.add(Trees.name(name));
        }
        return this;
    }

    Selection groupBy(Expr expression) {
        groups.add(expression);
        return this;
    }

    Selection having(Expr condition) {
        having = condition;
        return this;
    }

    Selection ascending(Expr expression) {
        orders.add(new Query.Order(expression, false, false));
        return this;
    }

    Selection descending(Expr expression) {
        orders.add(new Query.Order(expression, true, false));
        return this;
    }

    Selection order(Query.Order order) {
        orders.add(order);
        return this;
    }

    Selection distinct() {
        distinct = true;
        return this;
    }

    Selection limit(long rows, long skipped) {
        limit = rows;
        offset = skipped;
        return this;
    }

    Query.Select tree() {
        return new Query.Select(
                0,
                List.of(),
                distinct,
                List.copyOf(columns),
                from,
                where.isEmpty() ? null : Trees.all(where),
                List.copyOf(groups),
                having,
                List.copyOf(orders),
                limit == null ? null : Trees.literal(limit),
                offset == null || offset == 0 ? null : Trees.literal(offset));
    }
}
