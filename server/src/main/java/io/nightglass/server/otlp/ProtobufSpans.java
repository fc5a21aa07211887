package io.nightglass.server.otlp;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.nightglass.server.edge.Refusal;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The spans of an ExportTraceServiceRequest written as protobuf. */
final class ProtobufSpans {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ProtobufSpans() {}

    /** @throws Refusal 400 when the bytes are not such a request from the first to the last */
    static List<OtelSpan> of(byte[] bytes) {
        var request = decoded(bytes);
        var spans = new ArrayList<OtelSpan>();
        for (var group : request.getResourceSpansList()) {
            var resource = attributes(group.getResource().getAttributesList(), NODES.objectNode());
            for (var scope : group.getScopeSpansList()) {
                for (var span : scope.getSpansList()) {
                    spans.add(span(span, resource));
                }
            }
        }
        return spans;
    }

    private static ExportTraceServiceRequest decoded(byte[] bytes) {
        try {
            var request = ExportTraceServiceRequest.parseFrom(bytes);
            if (request.getResourceSpansCount() > 0
                    || request.getUnknownFields().isEmpty()) {
                return request;
            }
        } catch (InvalidProtocolBufferException e) {
            throw notTraces();
        }
        throw notTraces();
    }

    private static Refusal notTraces() {
        return Refusal.badRequest("the body is no ExportTraceServiceRequest, or is cut short; nothing was kept");
    }

    private static OtelSpan span(Span span, ObjectNode resource) {
        var status = span.getStatus();
        var message = status.getMessage();
        return new OtelSpan(
                OtelSpan.Ids.of(hex(span.getTraceId()), hex(span.getSpanId()), hex(span.getParentSpanId())),
                span.getName(),
                span.getStartTimeUnixNano(),
                span.getEndTimeUnixNano(),
                new OtelSpan.Status(
                        status.getCode() == StatusCode.STATUS_CODE_ERROR,
                        message.isEmpty() ? exception(span) : message),
                attributes(span.getAttributesList(), resource.deepCopy()),
                resource);
    }

    private static String exception(Span span) {
        var message = "";
        for (var event : span.getEventsList()) {
            if (event.getName().equals("exception")) {
                message = attributes(event.getAttributesList(), NODES.objectNode())
                        .path("exception.message")
                        .asString("");
            }
        }
        return message;
    }

    private static ObjectNode attributes(List<KeyValue> pairs, ObjectNode into) {
        for (var pair : pairs) {
            into.set(pair.getKey(), value(pair.getValue()));
        }
        return into;
    }

    private static JsonNode value(AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> NODES.stringNode(value.getStringValue());
            case BOOL_VALUE -> NODES.booleanNode(value.getBoolValue());
            case INT_VALUE -> NODES.numberNode(value.getIntValue());
            case DOUBLE_VALUE ->
                Double.isFinite(value.getDoubleValue()) ? NODES.numberNode(value.getDoubleValue()) : NODES.nullNode();
            case ARRAY_VALUE -> {
                var array = NODES.arrayNode();
                value.getArrayValue().getValuesList().forEach(each -> array.add(value(each)));
                yield array;
            }
            case KVLIST_VALUE -> attributes(value.getKvlistValue().getValuesList(), NODES.objectNode());
            case BYTES_VALUE ->
                NODES.stringNode(
                        Base64.getEncoder().encodeToString(value.getBytesValue().toByteArray()));
            default -> NODES.nullNode();
        };
    }

    private static String hex(ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }
}
