package io.nightglass.server;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.nightglass.store.EventStore;
import io.nightglass.store.StoreException;
import io.nightglass.store.StoreProblem;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /_health} and {@code /_readyz}: 200 while the store answers, else 503 with the reason, soon either way. */
record Readiness(EventStore store) implements Handler {
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);

    @Override
    public void handle(Context ctx) {
        var answer = JsonMapper.shared().createObjectNode();
        try {
            store.check(LONGEST);
            answer.put("status", "Ok");
        } catch (StoreException e) {
            LOG.warn("the store does not answer: {}", e.getMessage());
            ctx.status(503);
            answer.put("status", "Unavailable").put("reason", reason(e.problem()));
        }
        ctx.contentType("application/json").result(answer.toString());
    }

    private static String reason(StoreProblem problem) {
        return problem instanceof StoreProblem.TimedOut
                ? "the store has not answered within %d s".formatted(LONGEST.toSeconds())
                : problem.advice();
    }
}
