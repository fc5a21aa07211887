package io.nightglass.sdk.redact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Copies properties with every text in them cleaned, keys too. For one event. */
final class DeepTexts {
    private static final int DEEPEST = 60;

    private final UnaryOperator<String> clean;
    private final Predicate<String> isNamed;
    private final Set<Object> above = Collections.newSetFromMap(new IdentityHashMap<>());

    /** @param isNamed names of properties whose whole value goes */
    DeepTexts(UnaryOperator<String> clean, Predicate<String> isNamed) {
        this.clean = clean;
        this.isNamed = isNamed;
    }

    Map<String, @Nullable Object> of(Map<?, ?> properties) {
        var copy = new LinkedHashMap<String, @Nullable Object>();
        for (var entry : properties.entrySet()) {
            var name = String.valueOf(entry.getKey());
            var value = entry.getValue();
            copy.put(clean.apply(name), value != null && isNamed.test(name) ? Redaction.MARK : value(value));
        }
        return copy;
    }

    private @Nullable Object value(@Nullable Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof JsonNode node) {
            return value(JsonMapper.shared().treeToValue(node, Object.class));
        }
        if (value instanceof Object[] array) {
            return nested(Arrays.asList(array), array);
        }
        if (value instanceof Map<?, ?> || value instanceof Iterable<?>) {
            return nested(value, value);
        }
        if (value.getClass().isArray()) {
            return value; // of primitives: no text in it
        }
        return clean.apply(String.valueOf(value));
    }

    private Object nested(Object contents, Object itself) {
        if (above.size() >= DEEPEST || !above.add(itself)) {
            return "(contains itself, or too much)";
        }
        Object copy;
        if (contents instanceof Map<?, ?> map) {
            copy = of(map);
        } else {
            var list = new ArrayList<@Nullable Object>();
            for (var each : (Iterable<?>) contents) {
                list.add(value(each));
            }
            copy = list;
        }
        above.remove(itself);
        return copy;
    }
}
