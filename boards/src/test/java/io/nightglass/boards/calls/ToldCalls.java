package io.nightglass.boards.calls;

import io.nightglass.boards.Asker;
import io.nightglass.catalog.Envelope;
import io.nightglass.store.EventRow;
import io.nightglass.store.duckdb.DuckDbEventStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Events as loops say them, of one project, one after the other. */
final class ToldCalls {
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-05-15T07:00:00Z"));

    private final List<EventRow> rows = new ArrayList<>();

    static UUID id(long number) {
        return new UUID(7, number);
    }

    /** A call with {@code number} for its id. */
    ToldCalls call(long number, String time, @Nullable String round, String json) {
        return event(number, time, "$ai_generation", round, json);
    }

    ToldCalls event(long number, String time, String event, @Nullable String round, String json) {
        var properties = (ObjectNode) JsonMapper.shared().readTree(json);
        if (round != null) {
            properties.put("round_id", round);
        }
        var moment = Instant.parse(time);
        var envelope = new Envelope(
                "gtm", "acme", null, round, properties.path("agent").asString("planner"), null);
        rows.add(new EventRow(id(number), event, moment, "gtm:acme:x", envelope, properties, moment, List.of()));
        return this;
    }

    DuckDbEventStore store(Path folder) {
        var store = DuckDbEventStore.open(folder, CLOCK);
        store.append(rows);
        return store;
    }

    static Asker asker(DuckDbEventStore store) {
        return new Asker(store, ZoneOffset.UTC, CLOCK);
    }
}
