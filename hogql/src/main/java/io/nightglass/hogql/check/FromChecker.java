package io.nightglass.hogql.check;

import io.nightglass.hogql.Nearest;
import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.Tables;
import io.nightglass.hogql.Type;
import io.nightglass.hogql.check.Sources.Offer;
import io.nightglass.hogql.check.Sources.Source;
import io.nightglass.hogql.checked.Body;
import io.nightglass.hogql.checked.Body.From;
import io.nightglass.hogql.checked.Checked;
import io.nightglass.hogql.tree.Expr;
import io.nightglass.hogql.tree.Query;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands after FROM: tables, queries named by WITH, subqueries, joins. */
record FromChecker(QueryChecker queries) {
    private static final long MOST_NUMBERS = 10_000_000;

    /** @param sources the columns it offers */
    record Found(From from, List<Source> sources) {}

    Found check(Query.Source source) {
        return switch (source) {
            case Query.Source.Named named -> named(named);
            case Query.Source.Made made -> made(made);
            case Query.Source.Sub(var at, var query, var alias) -> sub(queries.sub(query), alias);
            case Query.Source.Join join -> join(join);
        };
    }

    private Found named(Query.Source.Named named) {
        var common = queries.common(named.name());
        if (common.isPresent()) {
            var body = queries.common(named.name(), common.get());
            return sub(body, named.alias() == null ? named.name() : named.alias());
        }
        var tables = queries.scope().tables();
        var table = tables.table(named.name()).orElseThrow(() -> unknown(named));
        queries.reads(table.name());
        int source = queries.nextNumber();
        return new Found(
                new From.Stored(source, table.name()),
                List.of(new Source(
                        named.alias() == null ? named.name() : named.alias(),
                        offers(source, table.name(), table.columns()),
                        offers(source, table.name(), table.further()))));
    }

    private static List<Offer> offers(int source, String table, List<Tables.ColumnShape> columns) {
        return columns.stream()
                .map(column -> new Offer(
                        column.name(),
                        new Checked.Column(
                                source,
                                table,
                                column.name(),
                                Type.of(column.type()).withNull(column.nullable()))))
                .toList();
    }

    private QueryException unknown(Query.Source.Named named) {
        var known = queries.scope().tables().all().stream()
                .map(Tables.TableShape::name)
                .toList();
        return new QueryException(
                new QueryProblem.UnknownTable(named.at(), named.name(), Nearest.to(named.name(), known), known));
    }

    private Found made(Query.Source.Made made) {
        var bounds = made.arguments().stream()
                .map(argument -> argument instanceof Expr.Literal(var ignored, Long number) ? number : -1L)
                .toList();
        if (!made.function().equals("numbers") || bounds.isEmpty() || bounds.size() > 2 || bounds.contains(-1L)) {
            throw new QueryException(new QueryProblem.Unsupported(
                    made.at(),
                    "table " + made.function() + "(...)",
                    "numbers(10) and numbers(5, 10) are the only ones"));
        }
        if (bounds.getLast() > MOST_NUMBERS || bounds.getFirst() > Long.MAX_VALUE - MOST_NUMBERS) {
            throw new QueryException(new QueryProblem.TooLarge(made.at(), "numbers()", MOST_NUMBERS, "rows"));
        }
        int source = queries.nextNumber();
        var from = new From.Numbers(source, bounds.size() == 1 ? 0 : bounds.getFirst(), bounds.getLast());
        var offer = new Offer("number", new Checked.Output(source, 0, Type.COUNT));
        return new Found(from, List.of(new Source(made.alias() == null ? "numbers" : made.alias(), List.of(offer))));
    }

    private Found sub(Body body, @Nullable String alias) {
        int source = queries.nextNumber();
        var offers = new ArrayList<Offer>();
        for (int i = 0; i < body.shape().size(); i++) {
            var shape = body.shape().get(i);
            offers.add(new Offer(shape.name(), new Checked.Output(source, i, shape.type())));
        }
        return new Found(new From.Sub(source, body), List.of(new Source(alias, List.copyOf(offers))));
    }

    private Found join(Query.Source.Join join) {
        var left = check(join.left());
        var right = check(join.right());
        var sources = new Sources();
        sources.addAll(left.sources());
        sources.addAll(right.sources());
        Checked on = null;
        if (join.on() != null) {
            var value = new ExprChecker(queries, sources, new Aliases()).check(join.on(), Clause.JOIN);
            on = new Arguments(new Conversions(queries.scope().zone()))
                    .condition(join.on().at(), value);
        }
        var from = new From.Join(left.from(), join.kind(), right.from(), on);
        var offered = new ArrayList<Source>();
        boolean leftMayMiss = join.kind() == Query.JoinKind.RIGHT || join.kind() == Query.JoinKind.FULL;
        boolean rightMayMiss = join.kind() == Query.JoinKind.LEFT || join.kind() == Query.JoinKind.FULL;
        left.sources().forEach(source -> offered.add(leftMayMiss ? source.withNull() : source));
        right.sources().forEach(source -> offered.add(rightMayMiss ? source.withNull() : source));
        return new Found(from, List.copyOf(offered));
    }
}
