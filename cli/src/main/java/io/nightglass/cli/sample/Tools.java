package io.nightglass.cli.sample;

import io.nightglass.catalog.event.StepRetry;
import io.nightglass.catalog.event.StepToolCalled;
import io.nightglass.catalog.event.StepToolReturned;
import org.jspecify.annotations.Nullable;

/** Tool calls of an agent, each a pair of events with one step_id; a failed one is tried again twice. */
record Tools(Scribe scribe, Dice dice) {

    /**
     * A tool and what it is called with.
     *
     * @param seconds how long a good call takes
     * @param error what a failing one says
     */
    record Use(String agent, String tool, String argsJson, double seconds, String error) {}

    /** Calls until it works, at most {@code failures + 1} and three times; false when it never did. */
    boolean use(Use use, int failures) {
        for (int attempt = 1; attempt <= 3; attempt++) {
            if (attempt > 1) {
                retry(use, attempt);
            }
            boolean ok = attempt > failures;
            var step = open(use);
            double seconds = ok ? use.seconds : Math.min(use.seconds, dice.between(0.4, 3.0));
            scribe.pass(seconds);
            close(use, step, ok ? null : use.error, seconds);
            if (ok) {
                return true;
            }
        }
        return false;
    }

    /** Says that the tool is called; what happens meanwhile is said before {@link #close}. */
    String open(Use use) {
        var step = scribe.ulid();
        double timeout = use.seconds > 60 ? 600 : 60;
        scribe.say(use.agent, new StepToolCalled(step, use.tool, use.argsJson, timeout * 1_000));
        return step;
    }

    /** Says that the tool is back after {@code seconds}; {@code error} is null when it worked. */
    void close(Use use, String step, @Nullable String error, double seconds) {
        double milliseconds = Math.rint(seconds * 1_000);
        Long bytes = error == null ? (long) dice.between(80, 9_000) : null;
        scribe.say(use.agent, new StepToolReturned(step, use.tool, error == null, milliseconds, bytes, error));
        scribe.pass(0.02);
    }

    void retry(Use use, int attempt) {
        scribe.pass(dice.between(1.0, 4.0));
        scribe.say(use.agent, new StepRetry(scribe.ulid(), "tool_failed", (long) attempt, use.error));
    }
}
