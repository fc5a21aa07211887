package io.nightglass.boards.trace;

import io.nightglass.catalog.Envelope;
import io.nightglass.store.EventRow;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A round in the words of a loop: milliseconds, event, and JSON with single quotes. */
final class ToldRound {
    static final Instant BEGAN = Instant.parse("2026-05-14T22:00:00Z");

    private final String id;
    private final List<EventRow> rows = new ArrayList<>();

    ToldRound(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    List<EventRow> rows() {
        return rows;
    }

    /** An event that names the round. */
    ToldRound at(long ms, String event, String json) {
        var properties = properties(json);
        properties.put("round_id", id);
        return add(ms, event, properties, id);
    }

    ToldRound at(long ms, String event) {
        return at(ms, event, "{}");
    }

    /** An event that names no round, or the one in its JSON. */
    ToldRound elsewhere(long ms, String event, String json) {
        var properties = properties(json);
        return add(ms, event, properties, text(properties.path("round_id")));
    }

    private ToldRound add(long ms, String event, ObjectNode properties, @Nullable String round) {
        var moment = BEGAN.plus(ms, ChronoUnit.MILLIS);
        var agent = text(properties.path("agent"));
        var envelope = new Envelope("gtm", "acme", null, round, agent == null ? "planner" : agent, null);
        var uuid = new UUID(id.hashCode(), rows.size());
        rows.add(new EventRow(uuid, event, moment, "someone", envelope, properties, moment, List.of()));
        return this;
    }

    private static ObjectNode properties(String json) {
        return (ObjectNode) JsonMapper.shared().readTree(json.replace('\'', '"'));
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.stringValue() : null;
    }

    /** The round drawn in the guide: two judges of nine, the rest left out as there. */
    static ToldRound drawn(String id) {
        return new ToldRound(id)
                .at(0, "round_started", "{'model':'sample-large','n_prior_rounds':3}")
                .at(12, "step.plan", "{'step_id':'s1','plan':'guard the purchase tag'}")
                .at(862, "$ai_generation", """
                    {'$ai_latency':0.842,'$ai_total_cost_usd':0.004,'$ai_model':'sample-large','$ai_input':[{'role':'user'}]}""")
                .at(880, "step.tool_called", "{'step_id':'s2','tool':'apply_diff','args_json':'{}','timeout_ms':5000}")
                .at(1200, "step.tool_returned", "{'step_id':'s2','tool':'apply_diff','ok':true,'latency_ms':320}")
                .at(1200, "eval.run", "{'suite_id':'e1','suite':'gtm-9dim','scorer_version':'v2.3','n_cases':9}")
                .at(1710, "$ai_generation", "{'agent':'judge','$ai_latency':0.41,'$ai_span_id':'judge:dim0'}")
                .at(1711, "eval.case", "{'suite_id':'e1','case_id':'dim0','score':0.8,'passed':true}")
                .at(2107, "$ai_generation", "{'agent':'judge','$ai_latency':0.395,'$ai_span_id':'judge:dim1'}")
                .at(2108, "eval.case", "{'suite_id':'e1','case_id':'dim1','score':0.75,'passed':true}")
                .at(8400, "round_scored", "{'score':0.78}")
                .at(8500, "round_kept", "{'delta':0.06,'cost_usd':0.042}");
    }
}
