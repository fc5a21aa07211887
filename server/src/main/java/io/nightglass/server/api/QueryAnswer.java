package io.nightglass.server.api;

import io.nightglass.hogql.CheckedQuery;
import io.nightglass.store.StoreException;
import io.nightglass.store.StoreProblem;
import io.nightglass.store.Table;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneId;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The response to a query. */
final class QueryAnswer {
    private QueryAnswer() {}

    /** What the answer to a HogQLQuery says of its own. */
    static ObjectNode of(CheckedQuery query, Table table) {
        var json = JsonMapper.shared().createObjectNode();
        var results = json.putArray("results");
        for (var row : table.rows()) {
            var cells = results.addArray();
            row.forEach(cell -> cells.add(Cells.json(cell)));
        }
        var columns = json.putArray("columns");
        var types = json.putArray("types");
        for (var column : query.columns()) {
            columns.add(column.name());
            types.addArray().add(column.name()).add(column.shape().wire());
        }
        json.put("hogql", query.hogql());
        json.put("query", query.hogql());
        json.put("limit", query.limit());
        json.put("offset", query.offset());
        json.put("hasMore", table.hasMore());
        var warnings = json.putArray("warnings");
        query.notes().forEach(note -> warnings.addObject().put("message", note));
        return json;
    }

    /** What an answer says of how it came about. */
    record Frame(Steps steps, ZoneId zone, Instant at, String key) {}

    /** What every answer says, whatever its kind. */
    static ObjectNode framed(ObjectNode json, Frame frame) {
        frame.steps().write(json.putArray("timings"));
        json.putObject("modifiers");
        json.putNull("error");
        json.put("is_cached", false);
        json.put("cache_key", frame.key());
        json.put("last_refresh", frame.at().toString());
        json.put("next_allowed_client_refresh", frame.at().toString());
        json.put("timezone", frame.zone().getId());
        json.putNull("query_status");
        return json;
    }

    /** An answer given before, which says so. */
    static byte[] cached(byte[] answer) {
        var json = (ObjectNode) JsonMapper.shared().readTree(answer);
        return JsonMapper.shared().writeValueAsBytes(json.put("is_cached", true));
    }

    /** What is said when only an answer given before is wanted and there is none: PostHog's words. */
    static byte[] none(String key) {
        var json = JsonMapper.shared().createObjectNode();
        return JsonMapper.shared()
                .writeValueAsBytes(json.put("cache_key", key)
                        .put("is_cached", false)
                        .putNull("results")
                        .putNull("query_status"));
    }

    /** @throws StoreException {@link StoreProblem.TooLong} when it is longer than {@code most} bytes */
    static byte[] written(ObjectNode json, int most) {
        var out = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int from, int length) {
                if (count + length > most) {
                    throw new StoreException(new StoreProblem.TooLong(most));
                }
                super.write(bytes, from, length);
            }
        };
        JsonMapper.shared().writeValue(out, json);
        return out.toByteArray();
    }
}
