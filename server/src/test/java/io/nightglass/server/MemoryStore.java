package io.nightglass.server;

import io.nightglass.hogql.CheckedQuery;
import io.nightglass.hogql.Tables;
import io.nightglass.hogql.ValueType;
import io.nightglass.store.EventRow;
import io.nightglass.store.EventStore;
import io.nightglass.store.Limits;
import io.nightglass.store.MetadataStore;
import io.nightglass.store.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Keeps rows for as long as a test runs. */
final class MemoryStore implements EventStore, MetadataStore {
    private final Set<UUID> seen = new HashSet<>();
    private final List<EventRow> rows = new ArrayList<>();
    private final List<Annotation> annotations = new CopyOnWriteArrayList<>();

    @Override
    public synchronized Receipt append(List<EventRow> arrived) {
        int kept = 0;
        for (var row : arrived) {
            if (seen.add(row.uuid())) {
                rows.add(row);
                kept++;
            }
        }
        return new Receipt(kept, arrived.size() - kept);
    }

    @Override
    public synchronized Table query(CheckedQuery query, Limits limits) {
        List<@Nullable Object> row = List.of((long) rows.size());
        return new Table(List.of(new Table.Column("count()", ValueType.INTEGER)), List.of(row), false);
    }

    @Override
    public Tables tables() {
        return new Tables() {
            @Override
            public Optional<TableShape> table(String name) {
                return Optional.empty();
            }

            @Override
            public List<TableShape> all() {
                return List.of();
            }

            @Override
            public ValueType property(String name) {
                return ValueType.STRING;
            }
        };
    }

    @Override
    public Annotation annotate(Instant at, String content, @Nullable String author) {
        var annotation = new Annotation(annotations.size() + 1, at, content, author, at);
        annotations.add(annotation);
        return annotation;
    }

    @Override
    public List<Annotation> annotations(Instant from, Instant to) {
        return annotations.stream()
                .filter(annotation ->
                        !annotation.at().isBefore(from) && annotation.at().isBefore(to))
                .toList();
    }

    @Override
    public void close() {}
}
