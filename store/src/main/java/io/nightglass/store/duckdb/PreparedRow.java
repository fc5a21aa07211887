package io.nightglass.store.duckdb;

import io.nightglass.store.EventRow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A row made ready on its caller's thread, so that the one writer only appends.
 *
 * @param cells one per {@link Columns#all}: String, Double, Long, Boolean or null
 * @param json the properties as text, without those in {@code texts}
 * @param texts the long texts, which lie apart
 * @param others what has no column of its own, nulls left out: candidates for promotion
 */
record PreparedRow(
        EventRow row, UUID personId, @Nullable Object[] cells, String json, List<Named> texts, List<Named> others) {

    record Named(String name, JsonNode value) {}

    static PreparedRow of(EventRow row) {
        @Nullable Object[] cells = new @Nullable Object[Columns.all().size()];
        var texts = new ArrayList<Named>(0);
        var others = new ArrayList<Named>();
        for (var property : row.properties().properties()) {
            var name = property.getKey();
            Integer index = Columns.index(name);
            if (index != null) {
                cells[index] = CellValues.of(Columns.all().get(index).kind(), property.getValue());
            } else if (Columns.LONG_TEXTS.contains(name)) {
                texts.add(new Named(name, property.getValue()));
            } else if (!property.getValue().isNull()) {
                others.add(new Named(name, property.getValue()));
            }
        }
        return new PreparedRow(row, personId(row.distinctId()), cells, json(row.properties(), texts), texts, others);
    }

    private static String json(ObjectNode properties, List<Named> texts) {
        if (texts.isEmpty()) {
            return CellValues.json(properties);
        }
        var rest = JsonNodeFactory.instance.objectNode().setAll(properties);
        texts.forEach(text -> rest.remove(text.name()));
        return CellValues.json(rest);
    }

    /** The person of an id nobody has merged: told by the id alone, so that events need not wait for persons. */
    static UUID personId(String distinctId) {
        return UUID.nameUUIDFromBytes(distinctId.getBytes(StandardCharsets.UTF_8));
    }

    /** About what the row weighs while it waits. */
    long bytes() {
        long bytes = 500L + json.length();
        for (var text : texts) {
            bytes += text.value().isString() ? text.value().stringValue().length() : 1_000;
        }
        return bytes;
    }

    /** {@code at} as the microseconds of a TIMESTAMP, pushed into what the engine can hold. */
    static long micros(Instant at) {
        long seconds = Math.clamp(at.getEpochSecond(), -62_135_596_800L, 253_402_300_799L);
        return seconds * 1_000_000 + at.getNano() / 1_000;
    }
}
