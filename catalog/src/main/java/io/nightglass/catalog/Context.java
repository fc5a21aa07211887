package io.nightglass.catalog;

import org.jspecify.annotations.Nullable;

/**
 * What any event of a loop may say beside its own properties: how it is measured, what task it serves, where it comes
 * from. Where an event has a property of the same name itself, the event's own counts.
 */
public record Context(
        @Part @Nullable Measure measure,
        @Part @Nullable Task task,
        @Part @Nullable Origin origin) {

    /** Nothing of it. */
    public static final Context NONE = new Context(null, null, null);

    /** What the scores of the round mean, and with which others they compare. */
    public record Measure(
            @Prop(value = "metric", doc = "name of the score: val_bpb, avg_score, ...") @Nullable
            String metric,

            @Prop(value = "direction", doc = "maximize (when not said) or minimize") @Nullable
            String direction,

            @Prop(value = "scorer_version", doc = "version of the scorer; other versions do not compare") @Nullable
            String scorerVersion,

            @Prop(value = "scorer_profile", doc = "weights of the scorer; other profiles do not compare") @Nullable
            String scorerProfile,

            @Prop(value = "segment", doc = "stretch of a log; a new baseline opens the next") @Nullable
            String segment) {

        /** A metric with its direction and nothing about the scorer. */
        public static Measure of(String metric, Direction direction) {
            return new Measure(metric, direction.wire(), null, null, null);
        }
    }

    /** What the work is for. */
    public record Task(
            @Prop(value = "task_type", doc = "task of the taxonomy shared with the router: gtm.rewrite, ...") @Nullable
            String taskType,

            @Prop(value = "phase", doc = "proposal, critique, score or refine") @Nullable
            String phase,

            @Prop(value = "request_id", doc = "id shared with the token_machine.request of the same call") @Nullable
            String requestId,

            @Prop(value = "user_id", doc = "on whose behalf, as {project}:{client}:{agent}") @Nullable
            String userId) {

        /** A task and its phase. */
        public static Task of(String taskType, String phase) {
            return new Task(taskType, phase, null, null);
        }
    }

    /** How the event came to be. */
    public record Origin(
            @Prop(value = "sample", doc = "true for invented data") @Nullable
            Boolean sample,

            @Prop(value = "imported", doc = "true when read from a log afterwards") @Nullable
            Boolean imported,

            @Prop(value = "time_source", doc = "where the time comes from: git, log, unknown, ...") @Nullable
            String timeSource,

            @Prop(value = "status", doc = "the word of the log: keep, discard, crash, ...") @Nullable
            String status,

            @Prop(value = "description", doc = "what was tried, in the words of the agent or the log") @Nullable
            String description,

            @Prop(value = "ts", unit = Unit.SECONDS, doc = "clock of the sender, since 1970") @Nullable
            Double ts) {

        /** Invented, and says so. */
        public static final Origin SAMPLE = new Origin(true, null, null, null, null, null);
    }
}
