package io.nightglass.catalog.event;

import io.nightglass.catalog.Prop;
import io.nightglass.catalog.Unit;
import org.jspecify.annotations.Nullable;

/** How an answer ended and what the provider calls it. */
public record AiAnswer(
        @Prop(value = "$ai_stop_reason", doc = "why it ended: stop, max_tokens, tool_use, ...") @Nullable
        String stopReason,

        @Prop(value = "$ai_completion_id", doc = "id of the completion at the provider") @Nullable
        String completionId,

        @Prop(value = "$ai_response_id", doc = "id of the response at the provider") @Nullable
        String responseId,

        @Prop(value = "$ai_stream", doc = "whether it was streamed") @Nullable
        Boolean stream,

        @Prop(value = "$ai_time_to_first_token", unit = Unit.SECONDS, doc = "wait for the first token") @Nullable
        Double timeToFirstToken) {}
