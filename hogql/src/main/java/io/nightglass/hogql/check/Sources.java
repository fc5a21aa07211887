package io.nightglass.hogql.check;

import io.nightglass.hogql.Nearest;
import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.Type;
import io.nightglass.hogql.ValueType;
import io.nightglass.hogql.checked.Checked;
import io.nightglass.hogql.function.Functions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The columns that the FROM of one SELECT offers. */
final class Sources {
    private final List<Source> all = new ArrayList<>();

    /**
     * @param name its alias, else its table's name, else null
     * @param further found by name, but not part of {@code *}
     * @param hidden columns that only mean this source's with its name before them
     */
    record Source(@Nullable String name, List<Offer> offers, List<Offer> further, Set<String> hidden) {
        Source(@Nullable String name, List<Offer> offers) {
            this(name, offers, List.of());
        }

        Source(@Nullable String name, List<Offer> offers, List<Offer> further) {
            this(name, offers, further, Set.of());
        }

        Source hiding(Collection<String> names) {
            var all = new HashSet<>(hidden);
            all.addAll(names);
            return new Source(name, offers, further, Set.copyOf(all));
        }

        /** What SELECT * shows of it. */
        List<Offer> shown() {
            return offers.stream()
                    .filter(offer -> !hidden.contains(offer.name()))
                    .toList();
        }

        Optional<Checked> column(String name) {
            var exact = Stream.concat(offers.stream(), further.stream())
                    .filter(offer -> offer.name().equals(name))
                    .findFirst();
            return exact.or(() -> offers.stream()
                            .filter(offer -> offer.name().endsWith("." + name))
                            .findFirst())
                    .map(Offer::value);
        }

        /** The missing side of an outer join is NULL. */
        Source withNull() {
            return new Source(
                    name,
                    offers.stream().map(Offer::withNull).toList(),
                    further.stream().map(Offer::withNull).toList(),
                    hidden);
        }
    }

    record Offer(String name, Checked value) {
        Offer withNull() {
            Type type = value.type().withNull(true);
            return new Offer(name, isCollection() ? orEmpty(missing(type)) : missing(type));
        }

        /** Arrays and maps are never NULL, as in ClickHouse. */
        private boolean isCollection() {
            return value.type().base() == ValueType.ARRAY || value.type().base() == ValueType.MAP;
        }

        private Checked orEmpty(Checked missing) {
            return new Checked.Call(Functions.known("assumeNotNull"), List.of(missing), value.type());
        }

        private Checked missing(Type type) {
            return switch (value) {
                case Checked.Column(var source, var table, var column, var ignored) ->
                    new Checked.Column(source, table, column, type);
                case Checked.Output(var source, var index, var ignored) -> new Checked.Output(source, index, type);
                case Checked other -> other;
            };
        }
    }

    void add(Source source) {
        all.add(source);
    }

    void addAll(Collection<Source> sources) {
        all.addAll(sources);
    }

    List<Source> all() {
        return all;
    }

    Optional<Source> called(String name) {
        return all.stream().filter(source -> name.equals(source.name())).findFirst();
    }

    Optional<Checked> column(int at, String name) {
        var found = new ArrayList<Checked>();
        var where = new ArrayList<String>();
        for (var source : all) {
            if (source.hidden().contains(name)) {
                continue;
            }
            source.column(name).ifPresent(column -> {
                found.add(column);
                where.add(source.name() == null ? "a subquery" : source.name());
            });
        }
        if (found.size() > 1) {
            throw new QueryException(new QueryProblem.AmbiguousColumn(at, name, where));
        }
        return found.stream().findFirst();
    }

    QueryException unknown(int at, String name, Collection<String> aliases) {
        var known = new TreeSet<>(aliases);
        for (var source : all) {
            source.offers().forEach(offer -> known.add(offer.name()));
            source.further().forEach(offer -> known.add(offer.name()));
        }
        return new QueryException(new QueryProblem.UnknownColumn(at, name, Nearest.to(name, known)));
    }
}
