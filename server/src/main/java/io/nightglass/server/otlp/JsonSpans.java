package io.nightglass.server.otlp;

import io.nightglass.server.edge.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The spans of an ExportTraceServiceRequest written as JSON: ids in hexadecimal, 64 bits as text or number. Names are taken
 * in both spellings of protobuf's JSON.
 */
final class JsonSpans {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonSpans() {}

    /** @throws Refusal 400 when any part is not what it should be */
    static List<OtelSpan> of(JsonNode request) {
        if (!request.isObject()) {
            throw wrong("the body", "an object");
        }
        var spans = new ArrayList<OtelSpan>();
        for (var group : list(request, "resourceSpans")) {
            var resource = attributes(field(group, "resource"), NODES.objectNode());
            for (var scope : list(group, "scopeSpans")) {
                for (var span : list(scope, "spans")) {
                    spans.add(span(span, resource));
                }
            }
        }
        return spans;
    }

    private static OtelSpan span(JsonNode span, ObjectNode resource) {
        var status = field(span, "status");
        var code = field(status, "code");
        boolean isError = code.asString("").equals("STATUS_CODE_ERROR") || number(code, "status.code") == 2;
        var message = text(status, "message");
        return new OtelSpan(
                OtelSpan.Ids.of(text(span, "traceId"), text(span, "spanId"), text(span, "parentSpanId")),
                text(span, "name"),
                number(field(span, "startTimeUnixNano"), "startTimeUnixNano"),
                number(field(span, "endTimeUnixNano"), "endTimeUnixNano"),
                new OtelSpan.Status(isError, message.isEmpty() ? exception(span) : message),
                attributes(span, resource.deepCopy()),
                resource);
    }

    private static String exception(JsonNode span) {
        var message = "";
        for (var event : list(span, "events")) {
            if (text(event, "name").equals("exception")) {
                message = attributes(event, NODES.objectNode())
                        .path("exception.message")
                        .asString("");
            }
        }
        return message;
    }

    private static ObjectNode attributes(JsonNode of, ObjectNode into) {
        for (var pair : list(of, "attributes")) {
            into.set(text(pair, "key"), value(field(pair, "value")));
        }
        return into;
    }

    private static JsonNode value(JsonNode any) {
        if (any.isMissingNode() || any.isNull()) {
            return NODES.nullNode();
        }
        if (!any.isObject()) {
            throw wrong("an attribute's value", "an object such as {\"stringValue\": \"...\"}");
        }
        for (var kind : any.properties()) {
            var inner = kind.getValue();
            switch (kind.getKey()) {
                case "stringValue", "string_value", "bytesValue", "bytes_value" -> {
                    return NODES.stringNode(text(any, kind.getKey()));
                }
                case "boolValue", "bool_value" -> {
                    return NODES.booleanNode(inner.asBoolean(false));
                }
                case "intValue", "int_value" -> {
                    return NODES.numberNode(number(inner, "intValue"));
                }
                case "doubleValue", "double_value" -> {
                    return inner.isNumber() ? inner : NODES.nullNode();
                }
                case "arrayValue", "array_value" -> {
                    var array = NODES.arrayNode();
                    list(inner, "values").forEach(each -> array.add(value(each)));
                    return array;
                }
                case "kvlistValue", "kvlist_value" -> {
                    var object = NODES.objectNode();
                    list(inner, "values").forEach(pair -> object.set(text(pair, "key"), value(field(pair, "value"))));
                    return object;
                }
                default -> {}
            }
        }
        return NODES.nullNode();
    }

    private static List<JsonNode> list(JsonNode of, String name) {
        var list = field(of, name);
        if (list.isMissingNode() || list.isNull()) {
            return List.of();
        }
        if (!list.isArray()) {
            throw wrong(name, "a list");
        }
        var elements = new ArrayList<JsonNode>(list.values());
        if (elements.stream().anyMatch(element -> !element.isObject())) {
            throw wrong(name, "a list of objects");
        }
        return elements;
    }

    private static String text(JsonNode of, String name) {
        var text = field(of, name);
        if (text.isMissingNode() || text.isNull()) {
            return "";
        }
        if (!text.isString()) {
            throw wrong(name, "a text");
        }
        return text.stringValue();
    }

    /** 64 bits, signed or not. */
    private static long number(JsonNode number, String name) {
        if (number.isMissingNode() || number.isNull()) {
            return 0;
        }
        if (number.isIntegralNumber()) {
            return number.bigIntegerValue().longValue();
        }
        if (number.isString()) {
            try {
                var text = number.stringValue();
                return text.startsWith("-") ? Long.parseLong(text) : Long.parseUnsignedLong(text);
            } catch (NumberFormatException e) {
                if (number.stringValue().startsWith("STATUS_CODE_")) {
                    return 0;
                }
            }
        }
        throw wrong(name, "a whole number");
    }

    private static JsonNode field(JsonNode of, String name) {
        var camel = of.path(name);
        return camel.isMissingNode() ? of.path(snake(name)) : camel;
    }

    private static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static Refusal wrong(String what, String expected) {
        return Refusal.badRequest("%s must be %s; nothing was kept".formatted(what, expected));
    }
}
