package io.nightglass.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Who and where, on every event. A component is null when it was not sent and cannot be told from the ids.
 *
 * @see Identity for the rule by which {@code project}, {@code client} and {@code agent} are taken from a distinct_id
 */
public record Envelope(
        @Prop(value = "project", doc = "loop that sent it: autoagent, autoresearch, gtm-autoresearch, ...") @Nullable
        String project,

        @Prop(value = "client", doc = "whose container, model or benchmark is worked on") @Nullable
        String client,

        @Prop(value = "run_id", doc = "ULID of the nightly run") @Nullable
        String runId,

        @Prop(value = "round_id", doc = "ULID of the round; also the id of its trace") @Nullable
        String roundId,

        @Prop(value = "agent", doc = "role that emitted it: planner, critic, coder, ...") @Nullable
        String agent,

        @Prop(value = "git_sha", doc = "short SHA of the loop's code") @Nullable
        String gitSha) {}
