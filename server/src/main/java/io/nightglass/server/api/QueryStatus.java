package io.nightglass.server.api;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** {@code {"query_status": {...}}}: 202 while a question is under way, 200 with its answer, or the status of its refusal. */
final class QueryStatus {
    private QueryStatus() {}

    /** @param status what is known of the question; filled up here */
    static QueryDesk.Reply of(ObjectNode status, Optional<QueryJob.Outcome> outcome, int answered) {
        status.put("complete", outcome.isPresent());
        if (outcome.isEmpty()) {
            return written(202, error(status, null), "null".getBytes(StandardCharsets.UTF_8));
        }
        return switch (outcome.get()) {
            case QueryJob.Outcome.Answered(var json) -> written(answered, error(status, null), json);
            case QueryJob.Outcome.Refused(var why) ->
                written(why.status(), error(status, why.detail()), "null".getBytes(StandardCharsets.UTF_8));
        };
    }

    private static ObjectNode error(ObjectNode status, @Nullable String message) {
        return status.put("error", message != null).put("error_message", message);
    }

    /** The answer is written already, and may be long: it is set in as it is. */
    private static QueryDesk.Reply written(int code, ObjectNode status, byte[] results) {
        var open = status.toString();
        var json = new ByteArrayOutputStream(results.length + open.length() + 64);
        json.writeBytes("{\"query_status\":".getBytes(StandardCharsets.UTF_8));
        json.writeBytes(open.substring(0, open.length() - 1).getBytes(StandardCharsets.UTF_8));
        json.writeBytes(",\"results\":".getBytes(StandardCharsets.UTF_8));
        json.writeBytes(results);
        json.writeBytes("}}".getBytes(StandardCharsets.UTF_8));
        return new QueryDesk.Reply(code, json.toByteArray());
    }
}
