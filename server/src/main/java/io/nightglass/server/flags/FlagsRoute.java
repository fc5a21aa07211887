package io.nightglass.server.flags;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.nightglass.server.capture.Tokens;
import io.nightglass.server.edge.Bodies;
import io.nightglass.server.edge.Budget;
import io.nightglass.server.edge.Limit;
import io.nightglass.server.edge.Refusal;
import java.time.InstantSource;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code /flags} and {@code /decide}: the flags of one person, in each of the shapes of posthog-wire.md 2.2 and 2.3. */
public record FlagsRoute(Shape shape, Tokens tokens, Budget budget, InstantSource clock) implements Handler {

    /** How the two routes number their answers: {@code /flags?v=2} is what {@code /decide?v=4} is. */
    public enum Shape {
        FLAGS,
        DECIDE
    }

    @Override
    public void handle(Context ctx) {
        try (var lease = budget.lease()) {
            var body = Bodies.json(ctx, Limit.PLAIN, lease).root();
            tokens.check(ctx, body);
            requireDistinctId(body);
            ctx.contentType("application/json")
                    .result(JsonMapper.shared().writeValueAsBytes(answer(ctx, version(ctx), body)));
        }
    }

    private static void requireDistinctId(JsonNode body) {
        if (!body.hasNonNull("distinct_id") && !body.hasNonNull("$distinct_id")) {
            throw Refusal.badRequest("distinct_id is missing; say whose flags you ask for");
        }
    }

    private static String version(Context ctx) {
        var version = ctx.queryParam("v");
        return version == null ? "" : version;
    }

    private ObjectNode answer(Context ctx, String version, JsonNode body) {
        var answer = JsonMapper.shared().createObjectNode();
        boolean isNewest = shape == Shape.FLAGS ? version.equals("2") : version.equals("4");
        if (isNewest) {
            answer.putObject("flags");
        } else if (shape == Shape.DECIDE && (version.isEmpty() || version.equals("1"))) {
            answer.putArray("featureFlags");
        } else {
            answer.putObject("featureFlags");
            answer.putObject("featureFlagPayloads");
        }
        answer.put("errorsWhileComputingFlags", false);
        answer.put("requestId", UUID.randomUUID().toString());
        answer.put("evaluatedAt", clock.millis());
        answer.put("minimalFlagCalledEvents", false);
        if (shape == Shape.DECIDE || "true".equals(ctx.queryParam("config"))) {
            answer.setAll(RemoteConfig.of(tokenIn(body)));
        }
        return answer;
    }

    private static String tokenIn(JsonNode body) {
        return body.path("token").asString(body.path("api_key").asString(""));
    }
}
