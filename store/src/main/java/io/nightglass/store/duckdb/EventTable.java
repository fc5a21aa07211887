package io.nightglass.store.duckdb;

import io.nightglass.catalog.Warning;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Appends rows to {@code events}, {@code event_texts} and {@code ingestion_warnings}; the caller holds the transaction. */
final class EventTable {
    private static final int LONGEST_NAME = 1_000;
    private static final int NOTHING = -1;
    private static final int NUMBERS = 1 << 16;

    private final DuckDBConnection connection;
    private final PropertyNames names;
    private final @Nullable Object[] cells = new @Nullable Object[Columns.all().size()];

    EventTable(DuckDBConnection connection, PropertyNames names) {
        this.connection = connection;
        this.names = names;
    }

    /** Appends {@code rows}. {@code refusals}: {@link PropertyNames#learn}. */
    void append(List<KeptRow> rows, Map<String, PreparedRow> refusals) throws SQLException {
        var columns = propertyColumns();
        try (var events = connection.createAppender("events")) {
            @Nullable Double[] numbers = new @Nullable Double[names.promoted()];
            for (var row : rows) {
                appendEvent(events, row, columns, numbers);
            }
            events.flush();
        }
        appendTexts(rows);
        appendWarnings(rows, refusals);
    }

    /**
     * What the columns after those of every event hold, as they lie in the file: a position in {@link Columns#all}, or
     * {@link #NUMBERS} and more for a promoted name. Asked, since a column that the catalog gained lies behind older ones.
     */
    private int[] propertyColumns() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT column_name FROM duckdb_columns() WHERE table_name = 'events' AND schema_name = 'main'
                          AND (starts_with(column_name, 'p_') OR starts_with(column_name, 'n_')) ORDER BY column_index""")) {
            var columns = IntStream.builder();
            while (rows.next()) {
                var column = rows.getString(1);
                var name = column.substring(2);
                Integer index = Columns.index(name);
                columns.add(
                        column.startsWith("n_") ? NUMBERS + Integer.parseInt(name) : index == null ? NOTHING : index);
            }
            return columns.build().toArray();
        }
    }

    private void appendEvent(DuckDBAppender to, KeptRow kept, int[] columns, @Nullable Double[] numbers)
            throws SQLException {
        var row = kept.row();
        to.beginRow();
        to.append(kept.seq()).append(row.uuid()).append(row.event()).append(row.distinctId());
        to.appendEpochMicros(row.timestamp())
                .appendEpochMicros(row.receivedAt())
                .append(row.personId());
        var envelope = row.envelope();
        text(to, named(envelope.project()));
        text(to, named(envelope.client()));
        text(to, id(envelope.runId()));
        text(to, id(envelope.roundId()));
        text(to, named(envelope.agent()));
        text(to, named(envelope.gitSha()));
        to.append(row.folds()).append(row.json());
        appendProperties(to, row, columns, numbers);
        to.endRow();
    }

    private void appendProperties(DuckDBAppender to, PreparedRow row, int[] columns, @Nullable Double[] numbers)
            throws SQLException {
        for (var cell : row.cells()) {
            cells[cell.column()] = cell.value();
        }
        for (var other : row.others()) {
            var entry = names.entry(other.name());
            if (entry != null && entry.k() != null) {
                numbers[entry.k()] = other.number();
            }
        }
        for (int column : columns) {
            if (column >= NUMBERS) {
                value(to, column - NUMBERS < numbers.length ? numbers[column - NUMBERS] : null);
            } else {
                value(to, column == NOTHING ? null : cells[column]);
            }
        }
        Arrays.fill(cells, null);
        Arrays.fill(numbers, null);
    }

    private static void value(DuckDBAppender to, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> to.appendNull();
            case String text -> to.append(text);
            case Double number -> to.append((double) number);
            case Long whole -> to.append((long) whole);
            case Boolean truth -> to.append((boolean) truth);
            case Object other -> throw new IllegalStateException("no column holds " + other.getClass());
        }
    }

    private void appendTexts(List<KeptRow> rows) throws SQLException {
        if (rows.stream().allMatch(kept -> kept.row().texts().isEmpty())) {
            return;
        }
        try (var texts = connection.createAppender("event_texts")) {
            for (var kept : rows) {
                for (var text : kept.row().texts()) {
                    int piece = 0;
                    for (var part : LongTexts.pieces(text.json())) {
                        texts.beginRow().append(kept.seq()).append(kept.row().uuid());
                        texts.append(text.name()).append(part).append(piece++).endRow();
                    }
                }
            }
            texts.flush();
        }
    }

    private void appendWarnings(List<KeptRow> rows, Map<String, PreparedRow> refusals) throws SQLException {
        if (refusals.isEmpty()
                && rows.stream().allMatch(kept -> kept.row().warnings().isEmpty())) {
            return;
        }
        try (var warnings = connection.createAppender("ingestion_warnings")) {
            for (var kept : rows) {
                for (var warning : kept.row().warnings()) {
                    append(warnings, warning, kept);
                }
                for (var refusal : refusals.entrySet()) {
                    if (refusal.getValue() == kept.row()) {
                        append(warnings, tooMany(refusal.getKey()), kept);
                    }
                }
            }
            warnings.flush();
        }
    }

    private Warning tooMany(String name) {
        return new Warning(
                Warning.Kind.TOO_MANY_PROMOTED,
                name,
                "%d columns are taken; its values are kept in the event's JSON".formatted(names.promoted()));
    }

    private static void append(DuckDBAppender to, Warning warning, KeptRow kept) throws SQLException {
        var row = kept.row();
        to.beginRow().append(kept.seq()).append(row.uuid()).appendEpochMicros(row.receivedAt());
        to.append(warning.kind().wire()).append(row.event());
        text(to, warning.property());
        to.append(warning.detail()).endRow();
    }

    private static void text(DuckDBAppender to, @Nullable String text) throws SQLException {
        if (text == null) {
            to.appendNull();
        } else {
            to.append(text);
        }
    }

    /** An empty id names nothing. */
    private static @Nullable String id(@Nullable String id) {
        return id == null || id.isBlank() ? null : named(id);
    }

    /** What nobody can have meant as a name is none; the properties keep it as sent. */
    private static @Nullable String named(@Nullable String name) {
        return name == null || name.length() > LONGEST_NAME ? null : name;
    }
}
