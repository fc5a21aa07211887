package io.nightglass.store.duckdb;

import io.nightglass.catalog.Values;
import io.nightglass.catalog.Warning;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Appends rows to {@code events}, {@code event_texts} and {@code ingestion_warnings}; the caller holds the transaction. */
final class EventTable {
    private final DuckDBConnection connection;
    private final PropertyNames names;

    EventTable(DuckDBConnection connection, PropertyNames names) {
        this.connection = connection;
        this.names = names;
    }

    /** Appends {@code rows} as {@code firstSeq}, {@code firstSeq + 1}, ... {@code refusals}: {@link PropertyNames#learn}. */
    void append(List<PreparedRow> rows, long firstSeq, Map<String, PreparedRow> refusals) throws SQLException {
        try (var events = connection.createAppender("events")) {
            @Nullable Double[] numbers = new @Nullable Double[names.promoted()];
            long seq = firstSeq;
            for (var row : rows) {
                appendEvent(events, row, seq++, numbers);
            }
            events.flush();
        }
        appendTexts(rows, firstSeq);
        appendWarnings(rows, firstSeq, refusals);
    }

    private void appendEvent(DuckDBAppender to, PreparedRow prepared, long seq, @Nullable Double[] numbers)
            throws SQLException {
        var row = prepared.row();
        to.beginRow();
        to.append(seq).append(row.uuid()).append(row.event()).append(row.distinctId());
        to.appendEpochMicros(PreparedRow.micros(row.timestamp()))
                .appendEpochMicros(PreparedRow.micros(row.receivedAt()))
                .append(prepared.personId());
        var envelope = row.envelope();
        text(to, envelope.project());
        text(to, envelope.client());
        text(to, blankAsNull(envelope.runId()));
        text(to, blankAsNull(envelope.roundId()));
        text(to, envelope.agent());
        text(to, envelope.gitSha());
        to.append(PersonsSql.folds(row)).append(prepared.json());
        for (Object cell : prepared.cells()) {
            switch (cell) {
                case null -> to.appendNull();
                case String text -> to.append(text);
                case Double number -> to.append((double) number);
                case Long whole -> to.append((long) whole);
                case Boolean truth -> to.append((boolean) truth);
                case Object other -> throw new IllegalStateException("no column holds " + other.getClass());
            }
        }
        appendNumbers(to, prepared, numbers);
        to.endRow();
    }

    private void appendNumbers(DuckDBAppender to, PreparedRow prepared, @Nullable Double[] numbers)
            throws SQLException {
        for (var other : prepared.others()) {
            var entry = names.entry(other.name());
            if (entry != null && entry.k() != null) {
                numbers[entry.k()] = Values.number(other.value());
            }
        }
        for (int k = 0; k < numbers.length; k++) {
            Double number = numbers[k];
            if (number == null) {
                to.appendNull();
            } else {
                to.append((double) number);
                numbers[k] = null;
            }
        }
    }

    private void appendTexts(List<PreparedRow> rows, long firstSeq) throws SQLException {
        if (rows.stream().allMatch(row -> row.texts().isEmpty())) {
            return;
        }
        try (var texts = connection.createAppender("event_texts")) {
            for (int i = 0; i < rows.size(); i++) {
                for (var text : rows.get(i).texts()) {
                    texts.beginRow()
                            .append(firstSeq + i)
                            .append(rows.get(i).row().uuid());
                    texts.append(text.name())
                            .append(CellValues.json(text.value()))
                            .endRow();
                }
            }
            texts.flush();
        }
    }

    private void appendWarnings(List<PreparedRow> rows, long firstSeq, Map<String, PreparedRow> refusals)
            throws SQLException {
        if (refusals.isEmpty()
                && rows.stream().allMatch(row -> row.row().warnings().isEmpty())) {
            return;
        }
        try (var warnings = connection.createAppender("ingestion_warnings")) {
            for (int i = 0; i < rows.size(); i++) {
                for (var warning : rows.get(i).row().warnings()) {
                    append(warnings, warning, rows.get(i), firstSeq + i);
                }
            }
            for (var refusal : refusals.entrySet()) {
                var warning = new Warning(
                        Warning.Kind.TOO_MANY_PROMOTED,
                        refusal.getKey(),
                        "%d columns are taken; its values are kept in the event's JSON".formatted(names.promoted()));
                append(warnings, warning, refusal.getValue(), firstSeq + rows.indexOf(refusal.getValue()));
            }
            warnings.flush();
        }
    }

    private static void append(DuckDBAppender to, Warning warning, PreparedRow prepared, long seq) throws SQLException {
        var row = prepared.row();
        to.beginRow().append(seq).append(row.uuid()).appendEpochMicros(PreparedRow.micros(row.receivedAt()));
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
    private static @Nullable String blankAsNull(@Nullable String id) {
        return id == null || id.isBlank() ? null : id;
    }
}
