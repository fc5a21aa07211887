package io.nightglass.server.api;

import io.nightglass.hogql.CheckedQuery;
import io.nightglass.store.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
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
        return json;
    }

    /** What every answer says, whatever its kind. */
    static ObjectNode framed(ObjectNode json, double seconds, ZoneId zone, Instant now) {
        json.putArray("timings").addObject().put("k", ".").put("t", seconds);
        json.putObject("modifiers");
        json.putNull("error");
        json.put("is_cached", false);
        json.put("cache_key", UUID.randomUUID().toString());
        json.put("last_refresh", now.toString());
        json.put("next_allowed_client_refresh", now.toString());
        json.put("timezone", zone.getId());
        json.putNull("query_status");
        return json;
    }
}
