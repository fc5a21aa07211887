package io.nightglass.sdk;

import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.lang.reflect.Array;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * From a {@link Message} to the JSON of a capture batch, whatever the values are: NaN and infinities become null, since
 * JSON has no word for them and 0 would be a lie; what contains itself and what cannot be read say so in place. One per
 * thread.
 */
final class EventWriter {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int DEEPEST = 60;
    private static final int REPLACEMENT = 0xfffd;
    private static final int LARGE = 1 << 20;

    private Bytes bytes = new Bytes();
    private @Nullable JsonGenerator generator;
    private final Set<Object> above = Collections.newSetFromMap(new IdentityHashMap<>());

    /** The bytes of the last event; the first {@link #length()} of them count. */
    static final class Bytes extends ByteArrayOutputStream {
        Bytes() {
            super(2048);
        }

        byte[] array() {
            return buf;
        }
    }

    /** {@code value} as JSON text, by the same rules. */
    static String json(Object value) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            new EventWriter().value(json, value);
        }
        return text.toString();
    }

    /** Writes {@code message}; it stands in {@link #array()} until the next one. */
    void write(Message message) {
        if (bytes.array().length > LARGE) {
            bytes = new Bytes(); // one large event must not hold its memory for ever
            generator = null;
        }
        bytes.reset();
        above.clear();
        above.add(message.properties());
        // A generator costs as much as a small event, so one lives on, and is given up when an event breaks it.
        var json = generator == null ? JSON.writer().withRootValueSeparator("").createGenerator(bytes) : generator;
        generator = null;
        json.writeStartObject();
        json.writeStringProperty("uuid", message.uuid().toString());
        json.writeStringProperty("event", text(message.event()));
        json.writeStringProperty("distinct_id", text(message.distinctId()));
        json.writeStringProperty("timestamp", message.timestamp().toString());
        json.writeName("properties");
        map(json, message.properties());
        json.writeEndObject();
        json.flush();
        generator = json;
    }

    byte[] array() {
        return bytes.array();
    }

    int length() {
        return bytes.size();
    }

    private void map(JsonGenerator json, Map<?, ?> map) {
        json.writeStartObject();
        for (var entry : map.entrySet()) {
            json.writeName(text(String.valueOf(entry.getKey())));
            value(json, entry.getValue());
        }
        json.writeEndObject();
    }

    private void value(JsonGenerator json, @Nullable Object value) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof String text) {
            json.writeString(text(text));
        } else if (value instanceof Number number) {
            number(json, number);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Optional<?> optional) {
            value(json, optional.orElse(null));
        } else if (value instanceof JsonNode node) {
            json.writeRawValue(text(node.toString()));
        } else if (value instanceof Map<?, ?>
                || value instanceof Iterable<?>
                || value.getClass().isArray()) {
            nested(json, value);
        } else {
            json.writeString(text(named(value)));
        }
    }

    private static void number(JsonGenerator json, Number number) {
        if (number instanceof Integer || number instanceof Long || number instanceof Short || number instanceof Byte) {
            json.writeNumber(number.longValue());
        } else if (number instanceof Double || number instanceof Float) {
            double value = number.doubleValue();
            if (!Double.isFinite(value)) {
                json.writeNull();
            } else if (number instanceof Float single) {
                json.writeNumber(single);
            } else {
                json.writeNumber(value);
            }
        } else if (number instanceof java.math.BigDecimal exact) {
            json.writeNumber(exact);
        } else if (number instanceof java.math.BigInteger whole) {
            json.writeNumber(whole);
        } else {
            json.writeNumber(number.longValue()); // the counters of java.util.concurrent.atomic
        }
    }

    private void nested(JsonGenerator json, Object value) {
        if (above.size() >= DEEPEST) {
            json.writeString("(nested deeper than %d)".formatted(DEEPEST));
            return;
        }
        if (!above.add(value)) {
            json.writeString("(contains itself)");
            return;
        }
        if (value instanceof Map<?, ?> map) {
            map(json, map);
        } else if (value instanceof Iterable<?> all) {
            json.writeStartArray();
            for (var each : all) {
                value(json, each);
            }
            json.writeEndArray();
        } else {
            json.writeStartArray();
            for (int i = 0; i < Array.getLength(value); i++) {
                value(json, Array.get(value, i));
            }
            json.writeEndArray();
        }
        above.remove(value);
    }

    private static String named(Object value) {
        try {
            return String.valueOf(value);
        } catch (RuntimeException e) {
            return "(%s cannot be read: %s)"
                    .formatted(value.getClass().getName(), e.getClass().getName());
        }
    }

    /** The text with what has no UTF-8, half a surrogate pair, replaced as decoders do. */
    private static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return mended(text);
            }
        }
        return text;
    }

    private static String mended(String text) {
        var mended = new StringBuilder(text.length());
        text.codePoints()
                .map(point ->
                        point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? REPLACEMENT : point)
                .forEach(mended::appendCodePoint);
        return mended.toString();
    }
}
