package io.nightglass.server.otlp;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One span as an event: its attributes as they are, and beside them the names that calls and spans have here
 * (posthog-wire.md 3.9). The same span is the same event, however often it is sent.
 */
final class SpanEvent {
    private static final long SECOND = 1_000_000_000L;

    private SpanEvent() {}

    /** The event as an SDK would have sent it. */
    static ObjectNode of(OtelSpan span) {
        var event = JsonNodeFactory.instance.objectNode();
        event.put("event", GenAi.event(span.attributes()));
        event.put("uuid", id(span.ids().trace() + span.ids().span()));
        if (span.start() != 0) {
            event.put("timestamp", at(span.start()).toString());
        }
        var properties = properties(span);
        event.put("distinct_id", distinctId(span, properties));
        event.set("properties", properties);
        return event;
    }

    private static ObjectNode properties(OtelSpan span) {
        var properties = span.attributes();
        properties.put("$ai_trace_id", span.ids().trace());
        properties.put("$ai_span_id", span.ids().span());
        if (!span.ids().parent().isEmpty()) {
            properties.put("$ai_parent_id", span.ids().parent());
        }
        properties.put("$ai_ingestion_source", "otel");
        properties.put("$otel_span_name", span.name());
        properties.put("$otel_start_time_unix_nano", Long.toUnsignedString(span.start()));
        properties.put("$otel_end_time_unix_nano", Long.toUnsignedString(span.end()));
        boolean hasLength = span.start() != 0 && Long.compareUnsigned(span.end(), span.start()) >= 0;
        if (hasLength && !properties.has("$ai_latency")) {
            properties.put("$ai_latency", (span.end() - span.start()) / (double) SECOND);
        }
        if (!span.name().isEmpty() && !properties.has("$ai_span_name")) {
            properties.put("$ai_span_name", span.name());
        }
        if (span.status().isError()) {
            properties.put("$ai_is_error", true);
            if (!span.status().message().isEmpty() && !properties.has("$ai_error")) {
                properties.put("$ai_error", span.status().message());
            }
        }
        GenAi.name(properties);
        return properties;
    }

    /** Whom the sender names; else one of the trace's own, about whom no profile is kept. */
    private static String distinctId(OtelSpan span, ObjectNode properties) {
        for (var said : new ObjectNode[] {span.resource(), properties}) {
            for (var name : new String[] {"posthog.distinct_id", "user.id"}) {
                var id = said.path(name).asString("");
                if (!id.isBlank()) {
                    return id;
                }
            }
        }
        properties.put("$process_person_profile", false);
        return id(span.ids().trace());
    }

    private static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.US_ASCII)).toString();
    }

    private static Instant at(long nanos) {
        return Instant.ofEpochSecond(Long.divideUnsigned(nanos, SECOND), Long.remainderUnsigned(nanos, SECOND));
    }
}
