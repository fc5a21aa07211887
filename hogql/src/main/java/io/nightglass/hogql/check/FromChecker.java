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

/** What stands after FROM: tables, queries named by WITH, subqueries; joins and arrays have checkers of their own. */
record FromChecker(QueryChecker queries) {
    private static final long MOST_NUMBERS = 10_000_000;

    /**
     * @param sources the columns it offers
     * @param explosions what ARRAY JOIN multiplies its rows by
     */
    record Found(From from, List<Source> sources, List<Body.Explosion> explosions) {
        Found(From from, List<Source> sources) {
            this(from, sources, List.of());
        }
    }

    Found check(Query.Source source) {
        return switch (source) {
            case Query.Source.Named named -> named(named);
            case Query.Source.Made made -> made(made);
            case Query.Source.Sub(var at, var query, var alias) -> sub(queries.sub(query), alias);
            case Query.Source.Rows rows -> sub(queries.sub(Rows.query(rows)), rows.alias());
            case Query.Source.Renamed renamed -> renamed(renamed);
            case Query.Source.Sampled sampled -> sampled(sampled);
            case Query.Source.Unfolded unfolded -> new ArrayJoins(queries).check(unfolded, check(unfolded.source()));
            case Query.Source.Join join -> new Joins(queries).check(join, check(join.left()), check(join.right()));
        };
    }

    private Found named(Query.Source.Named named) {
        var common = queries.common(named.name());
        if (common.isPresent()) {
            return sub(queries.body(common.get()), named.alias() == null ? named.name() : named.alias());
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
        if (queries.isReading(named.name())) {
            return new QueryException(new QueryProblem.Unsupported(
                    named.at(),
                    named.name() + " inside itself",
                    "count with numbers(), or write the steps one by one"));
        }
        var known = queries.scope().tables().all().stream()
                .map(Tables.TableShape::name)
                .toList();
        var near = new ArrayList<>(known);
        near.addAll(queries.commonNames());
        return new QueryException(
                new QueryProblem.UnknownTable(named.at(), named.name(), Nearest.to(named.name(), near), known));
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

    private Found renamed(Query.Source.Renamed renamed) {
        var found = check(renamed.source());
        var source = found.sources().getFirst();
        return new Found(
                found.from(),
                List.of(new Source(source.name(), titled(renamed.at(), source.offers(), renamed.columns()))));
    }

    /** {@code offers} under other names, the first of them when there are fewer names. */
    private static List<Offer> titled(int at, List<Offer> offers, List<String> names) {
        if (names.size() > offers.size()) {
            throw new QueryException(new QueryProblem.WrongArguments(
                    at, "an alias", names.size(), "at most %d columns".formatted(offers.size())));
        }
        var titled = new ArrayList<Offer>();
        for (int i = 0; i < offers.size(); i++) {
            var offer = offers.get(i);
            titled.add(i < names.size() ? new Offer(names.get(i), offer.value()) : offer);
        }
        return List.copyOf(titled);
    }

    /** The same rows every time: those whose distinct_id falls into the share. */
    private Found sampled(Query.Source.Sampled sampled) {
        var found = check(sampled.source());
        if (!(sampled.share() > 0 && sampled.share() <= 1 && sampled.offset() >= 0 && sampled.offset() < 1)) {
            throw new QueryException(new QueryProblem.WrongType(
                    sampled.at(), "a SAMPLE", String.valueOf(sampled.share()), "a share above 0 and up to 1"));
        }
        if (!(found.from() instanceof From.Stored stored) || !stored.table().equals("events")) {
            throw new QueryException(new QueryProblem.Unsupported(
                    sampled.at(), "SAMPLE of anything but events", "sample events in a subquery"));
        }
        return new Found(new From.Sampled(stored, sampled.share(), sampled.offset()), found.sources());
    }
}
