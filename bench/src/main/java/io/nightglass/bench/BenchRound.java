package io.nightglass.bench;

import io.nightglass.catalog.Ulids;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A round of 200 events, of which a quarter are model calls, as a capture body. */
final class BenchRound {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int TURNS = 49;

    private final Instant began = Instant.now().minus(Duration.ofHours(1));
    private final String id = Ulids.of(began, UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));

    String id() {
        return id;
    }

    /** @param characters of a prompt */
    byte[] body(int characters) {
        var body = JSON.createObjectNode().put("api_key", PaneProcess.PROJECT_KEY);
        var batch = body.putArray("batch");
        say(batch, 0, "round_started");
        say(batch, 1, "eval.run").put("suite_id", "e").put("suite", "nine");
        for (int turn = 0; turn < TURNS; turn++) {
            int second = 10 + turn * 10;
            say(batch, second, "step.plan").put("plan", "turn " + turn);
            new AiTexts(characters)
                    .put(
                            "$ai_generation",
                            say(batch, second + 5, "$ai_generation")
                                    .put("$ai_latency", 4.5)
                                    .put("$ai_model", "gpt-4o")
                                    .put("$ai_input_tokens", 500)
                                    .put("$ai_output_tokens", 100)
                                    .put("$ai_span_id", "span" + turn),
                            turn);
            say(batch, second + 6, "step.tool_called")
                    .put("step_id", "s" + turn)
                    .put("tool", "apply");
            say(batch, second + 7, "step.tool_returned")
                    .put("step_id", "s" + turn)
                    .put("ok", true);
        }
        say(batch, 600, "round_scored").put("score", 0.5);
        say(batch, 601, "round_kept").put("delta", 0.1);
        return Corpus.gzip(JSON.writeValueAsBytes(body));
    }

    private ObjectNode say(ArrayNode batch, int second, String event) {
        return batch.addObject()
                .put("uuid", UUID.randomUUID().toString())
                .put("event", event)
                .put("distinct_id", "autoagent:bench:planner")
                .put("timestamp", began.plusSeconds(second).toString())
                .putObject("properties")
                .put("project", "autoagent")
                .put("round_id", id);
    }
}
