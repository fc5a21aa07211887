package io.nightglass.server.capture;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.nightglass.catalog.Warning;
import io.nightglass.server.edge.Bodies;
import io.nightglass.server.edge.Budget;
import io.nightglass.server.edge.Limit;
import io.nightglass.server.edge.Refusal;
import io.nightglass.store.EventRow;
import io.nightglass.store.EventStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code /i/v1/analytics/events} (posthog-wire.md 1.7): each event has an answer of its own. */
public record CaptureV1Route(EventStore store, Intake intake, Tokens tokens, Budget budget, InstantSource clock)
        implements Handler {
    private static final Set<Warning.Kind> TOLD =
            Set.of(Warning.Kind.TRUNCATED_DISTINCT_ID, Warning.Kind.UNREADABLE_TIMESTAMP);

    @Override
    public void handle(Context ctx) {
        var now = clock.instant();
        tokens.checkBearer(ctx);
        var headers = V1Headers.of(ctx);
        try (var lease = budget.lease()) {
            var root = Bodies.json(ctx, Limit.PLAIN, lease).root();
            if (!root.path("batch").isArray() || root.path("batch").isEmpty()) {
                throw Refusal.badField("batch", "required", "'batch' must be a list of at least one event");
            }
            var skew = new ClockSkew(now, Duration.between(headers.sentAt(), now));
            var answer = JsonMapper.shared().createObjectNode();
            var rows = rows(root.path("batch"), headers, skew, answer.putObject("results"));
            if (!rows.isEmpty()) {
                store.append(rows);
            }
            ctx.contentType("application/json").result(JsonMapper.shared().writeValueAsBytes(answer));
        }
    }

    private List<EventRow> rows(JsonNode batch, V1Headers headers, ClockSkew skew, ObjectNode results) {
        var rows = new ArrayList<EventRow>(batch.size());
        for (var event : batch.values()) {
            try {
                var row = intake.row(V1Event.asV0(event, headers), skew);
                row.ifPresentOrElse(
                        kept -> {
                            rows.add(kept);
                            result(results, kept.uuid().toString(), "ok", note(kept));
                        },
                        () -> result(results, event.path("uuid").asString(""), "ok", null));
            } catch (Refusal e) {
                result(results, Refusal.quoted(event.path("uuid").asString("")), "drop", e.detail());
            }
        }
        return rows;
    }

    private static @Nullable String note(EventRow row) {
        return row.warnings().stream()
                .filter(warning -> TOLD.contains(warning.kind()))
                .map(warning -> warning.kind().wire() + ": " + warning.detail())
                .findFirst()
                .orElse(null);
    }

    private static void result(ObjectNode results, String uuid, String result, @Nullable String details) {
        boolean isWarning = result.equals("ok") && details != null;
        results.putObject(uuid).put("result", isWarning ? "warning" : result).put("details", details);
    }
}
