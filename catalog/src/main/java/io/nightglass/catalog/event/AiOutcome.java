package io.nightglass.catalog.event;

import io.nightglass.catalog.Prop;
import org.jspecify.annotations.Nullable;

/** Whether it worked. */
public record AiOutcome(
        @Prop(value = "$ai_is_error", doc = "whether it failed") @Nullable
        Boolean isError,

        @Prop(value = "$ai_error", doc = "what went wrong, text or JSON text") @Nullable
        String error,

        @Prop(value = "$ai_error_type", doc = "class of the error") @Nullable
        String errorType,

        @Prop(value = "$ai_http_status", doc = "status of the answer; 0 when there was none") @Nullable
        Long httpStatus,

        @Prop(value = "$exception_event_id", doc = "uuid of the $exception event of the same error") @Nullable
        String exceptionEventId) {}
