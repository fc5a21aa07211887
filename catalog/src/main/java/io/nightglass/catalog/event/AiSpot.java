package io.nightglass.catalog.event;

import io.nightglass.catalog.Prop;
import org.jspecify.annotations.Nullable;

/** Where a call hangs in its trace. A child names its parent, or the trace itself on the second level. */
public record AiSpot(
        @Prop(value = "$ai_span_id", doc = "id of this node") @Nullable
        String spanId,

        @Prop(value = "$ai_parent_id", doc = "span above it, or the trace") @Nullable
        String parentId,

        @Prop(value = "$ai_session_id", doc = "session that groups traces") @Nullable
        String sessionId,

        @Prop(value = "$ai_span_name", doc = "name of this node") @Nullable
        String spanName) {}
