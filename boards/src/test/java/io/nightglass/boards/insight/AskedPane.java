package io.nightglass.boards.insight;

import io.nightglass.catalog.Envelope;
import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.Scope;
import io.nightglass.store.EventRow;
import io.nightglass.store.Limits;
import io.nightglass.store.duckdb.DuckDbEventStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A real store with events made by hand, to be asked the questions that are data. */
final class AskedPane implements AutoCloseable {
    private final DuckDbEventStore store;
    private final ZoneId zone;
    private final Instant now;
    private final List<EventRow> said = new ArrayList<>();

    AskedPane(Path folder, String zone, String now) {
        this.zone = ZoneId.of(zone);
        this.now = Instant.parse(now);
        this.store = DuckDbEventStore.open(folder, InstantSource.fixed(this.now));
    }

    /** One event; the next question sees it. */
    AskedPane said(String time, String who, String event, String properties) {
        var moment = Instant.parse(time);
        said.add(new EventRow(
                UUID.randomUUID(),
                event,
                moment,
                who,
                new Envelope(null, null, null, null, null, null),
                (ObjectNode) JsonMapper.shared().readTree(properties),
                moment,
                List.of()));
        return this;
    }

    AskedPane said(String time, String who, String event) {
        return said(time, who, event, "{}");
    }

    JsonNode ask(String query) {
        if (!said.isEmpty()) {
            store.append(said);
            said.clear();
        }
        var json = JsonMapper.shared().readTree(query.replace('\'', '"'));
        var asked = Insights.of(json, new Scope(store.tables(), Map.of(), zone, now), AskedPane::cell);
        return asked.shape()
                .of(asked.queries().stream()
                        .map(one -> store.query(one, Limits.API))
                        .toList());
    }

    private static JsonNode cell(@Nullable Object cell) {
        return JsonMapper.shared().valueToTree(cell instanceof Number ? cell : cell == null ? null : cell.toString());
    }

    /** Why a question is refused; empty when it is not. */
    String refusal(String query) {
        try {
            ask(query);
            return "";
        } catch (BadFieldException e) {
            return e.detail();
        } catch (QueryException e) {
            return e.problem().advice();
        }
    }

    /** {@code field} of every result, one after the other. */
    static String each(JsonNode answer, String field) {
        var each = new StringJoiner(" ");
        answer.path("results").forEach(result -> each.add(result.path(field).toString()));
        return each.toString();
    }

    @Override
    public void close() {
        store.close();
    }
}
