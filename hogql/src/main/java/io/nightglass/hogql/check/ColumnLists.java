package io.nightglass.hogql.check;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.check.Sources.Offer;
import io.nightglass.hogql.check.Sources.Source;
import io.nightglass.hogql.tree.Expr;
import io.nightglass.hogql.tree.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code *}, {@code t.*}, {@code COLUMNS('regex')}, {@code * EXCLUDE (a)}: which columns are meant. */
record ColumnLists(Sources sources) {

    /** A column and where it is from. */
    private record Found(Source source, Offer offer) {}

    List<Offer> all(int at, @Nullable String source) {
        return found(at, source).stream().map(Found::offer).toList();
    }

    private List<Found> found(int at, @Nullable String name) {
        if (sources.all().isEmpty()) {
            throw new QueryException(new QueryProblem.Syntax(at, "*", "an expression, as there is no FROM"));
        }
        if (name != null && sources.called(name).isEmpty()) {
            throw sources.unknown(at, name, List.of());
        }
        var found = new ArrayList<Found>();
        for (var source : sources.all()) {
            if (name == null || name.equals(source.name())) {
                var offers = name == null ? source.shown() : source.offers();
                offers.forEach(offer -> found.add(new Found(source, offer)));
            }
        }
        return found;
    }

    /** The result columns that {@code columns} stands for, each under its own name. */
    List<Query.Item> items(Expr.Columns columns) {
        if (!columns.listed().isEmpty()) {
            return columns.listed().stream()
                    .flatMap(listed -> listed(listed).stream())
                    .toList();
        }
        var pattern = columns.pattern() == null ? null : new NamePattern(columns.at(), columns.pattern());
        var items = new ArrayList<Query.Item>();
        var unused = new ArrayList<>(columns.excluded());
        var replaced = new ArrayList<>(columns.replaced());
        for (var found : found(columns.at(), columns.source())) {
            var name = found.offer().name();
            if (pattern != null && !pattern.matches(name) || columns.excluded().contains(name)) {
                unused.remove(name);
                continue;
            }
            var other = columns.replaced().stream()
                    .filter(item -> name.equals(item.alias()))
                    .findFirst();
            other.ifPresent(replaced::remove);
            items.add(other.orElseGet(() -> new Query.Item(written(columns.at(), found), name)));
        }
        refuseUnused(columns, unused, replaced);
        if (items.isEmpty()) {
            throw new QueryException(new QueryProblem.WrongType(
                    columns.at(), "COLUMNS", "matching no column", "a pattern that one column's name matches"));
        }
        return List.copyOf(items);
    }

    private static Expr written(int at, Found found) {
        var source = found.source().name();
        var name = found.offer().name();
        return new Expr.Name(at, source == null ? List.of(name) : List.of(source, name));
    }

    private static List<Query.Item> listed(Expr listed) {
        return switch (listed) {
            case Expr.Lambda lambda ->
                throw new QueryException(
                        new QueryProblem.Unsupported(lambda.at(), "COLUMNS(->)", "write a pattern: COLUMNS('^a')"));
            case Expr.Aliased(var at, var value, var alias) -> List.of(new Query.Item(value, alias));
            case Expr other -> List.of(new Query.Item(other, null));
        };
    }

    private void refuseUnused(Expr.Columns columns, List<String> excluded, List<Query.Item> replaced) {
        var unknown = excluded.stream()
                .findFirst()
                .or(() -> replaced.stream()
                        .flatMap(item -> Optional.ofNullable(item.alias()).stream())
                        .findFirst());
        if (unknown.isPresent()) {
            throw sources.unknown(columns.at(), unknown.get(), List.of());
        }
    }
}
