package io.nightglass.store.duckdb;

import io.nightglass.catalog.Envelope;
import io.nightglass.catalog.Values;
import io.nightglass.catalog.Warning;
import io.nightglass.store.EventRow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A row made ready on its caller's thread, so that whoever writes it only appends. Holds no tree: thousands wait at once.
 *
 * @param timestamp microseconds since the epoch, UTC
 * @param receivedAt the same, by the server's clock
 * @param folds whether it changes a person or a group
 * @param cells the values that have a column of their own, in the order of {@link Columns#all}
 * @param json the properties as text, without those in {@code texts}
 * @param texts what lies apart
 * @param others what has no column of its own, nulls left out: candidates for promotion
 */
record PreparedRow(
        UUID uuid,
        String event,
        String distinctId,
        UUID personId,
        long timestamp,
        long receivedAt,
        Envelope envelope,
        boolean folds,
        List<Cell> cells,
        String json,
        List<Text> texts,
        List<Other> others,
        List<Warning> warnings) {

    /**
     * @param column position in {@link Columns#all}
     * @param value a String, Double, Long or Boolean
     */
    record Cell(int column, Object value) {}

    /** @param json the value as JSON text */
    record Text(String name, String json) {}

    /**
     * @param number the value by boards.md "Values"; null when it is none
     * @param plain whether it was sent as a JSON number
     */
    record Other(String name, @Nullable Double number, boolean plain) {}

    static PreparedRow of(EventRow row) {
        @Nullable Object[] cells = new @Nullable Object[Columns.all().size()];
        var apart = new LinkedHashSet<String>(0);
        var others = new ArrayList<Other>();
        for (var property : row.properties().properties()) {
            var name = property.getKey();
            var value = property.getValue();
            Integer index = Columns.index(name);
            if (index != null) {
                var cell = CellValues.of(Columns.all().get(index).kind(), value);
                cells[index] = cell instanceof String text && text.length() > LongTexts.CELL ? null : cell;
            } else if (Columns.LONG_TEXTS.contains(name)) {
                apart.add(name);
            } else if (!value.isNull()) {
                others.add(new Other(name, Values.number(value), value.isNumber()));
            }
        }
        var near = without(row.properties(), apart);
        var json = CellValues.json(near);
        var tooLong = LongTexts.tooLong(near, json.length());
        if (!tooLong.isEmpty()) {
            apart.addAll(tooLong);
            json = CellValues.json(without(near, tooLong));
        }
        return new PreparedRow(
                row.uuid(),
                row.event(),
                row.distinctId(),
                personId(row.distinctId()),
                micros(row.timestamp()),
                micros(row.receivedAt()),
                row.envelope(),
                PersonsSql.folds(row),
                filled(cells),
                json,
                texts(row.properties(), apart),
                others,
                row.warnings());
    }

    private static List<Cell> filled(@Nullable Object[] cells) {
        var filled = new ArrayList<Cell>();
        for (int i = 0; i < cells.length; i++) {
            var value = cells[i];
            if (value != null) {
                filled.add(new Cell(i, value));
            }
        }
        filled.trimToSize();
        return filled;
    }

    private static ObjectNode without(ObjectNode properties, Set<String> apart) {
        return apart.isEmpty()
                ? properties
                : JsonNodeFactory.instance.objectNode().setAll(properties).without(apart);
    }

    private static List<Text> texts(ObjectNode properties, Set<String> apart) {
        return apart.stream()
                .map(name -> new Text(name, CellValues.json(properties.get(name))))
                .toList();
    }

    /** The person of an id nobody has merged: told by the id alone, so that events need not wait for persons. */
    static UUID personId(String distinctId) {
        return UUID.nameUUIDFromBytes(distinctId.getBytes(StandardCharsets.UTF_8));
    }

    /** About what the row weighs while it waits. */
    long bytes() {
        long bytes = 1_000L + json.length();
        for (var text : texts) {
            bytes += text.json().length();
        }
        return bytes;
    }

    /** {@code at} as the microseconds of a TIMESTAMP, pushed into what the engine can hold. */
    static long micros(Instant at) {
        long seconds = Math.clamp(at.getEpochSecond(), -62_135_596_800L, 253_402_300_799L);
        return seconds * 1_000_000 + at.getNano() / 1_000;
    }
}
