package io.nightglass.catalog;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How one record lies on the wire, read off it once: the only place that looks at records by reflection. */
final class Layout {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ClassValue<Layout> CACHE = new ClassValue<>() {
        @Override
        protected Layout computeValue(Class<?> record) {
            return new Layout(record);
        }
    };

    private final Constructor<?> constructor;
    private final List<Slot> slots;

    private sealed interface Slot {
        Method accessor();

        boolean required();
    }

    private record Single(Method accessor, boolean required, Class<?> type, Property property) implements Slot {}

    private record Nested(Method accessor, boolean required, Layout layout) implements Slot {}

    private Layout(Class<?> record) {
        var components = record.getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            this.constructor = record.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(record + " has no canonical constructor", e);
        }
        this.slots = Arrays.stream(components).map(Layout::slot).toList();
    }

    static Layout of(Class<?> record) {
        return CACHE.get(record);
    }

    /** The properties in the order of the components, those of a part in its place. */
    List<Property> properties() {
        var properties = new ArrayList<Property>();
        for (var slot : slots) {
            if (slot instanceof Single single) {
                properties.add(single.property);
            } else if (slot instanceof Nested nested) {
                for (var property : nested.layout.properties()) {
                    properties.add(nested.required ? property : property.optional());
                }
            }
        }
        return List.copyOf(properties);
    }

    /** Puts what {@code record} says into {@code into}; a null component is left out. */
    void write(Record record, ObjectNode into) {
        for (var slot : slots) {
            var value = valueOf(slot.accessor(), record);
            if (value == null) {
                continue;
            }
            if (slot instanceof Nested nested) {
                nested.layout.write((Record) value, into);
            } else if (slot instanceof Single single) {
                put(into, single.property.name(), value);
            }
        }
    }

    /**
     * The record that says what {@code from} says. What is not of its kind counts as not said.
     *
     * @return null when a required component is not said, or when nothing is
     */
    @Nullable
    Record read(ObjectNode from) {
        var values = new @Nullable Object[slots.size()];
        boolean any = false;
        for (int i = 0; i < values.length; i++) {
            var slot = slots.get(i);
            values[i] = slot instanceof Single single ? single(single, from) : ((Nested) slot).layout.read(from);
            any |= values[i] != null;
            if (values[i] == null && slot.required()) {
                return null;
            }
        }
        try {
            return any ? (Record) constructor.newInstance(values) : null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + constructor.getDeclaringClass(), e);
        }
    }

    private static @Nullable Object single(Single single, ObjectNode from) {
        var value = from.get(single.property.name());
        if (value == null || value.isNull()) {
            return null;
        }
        return switch (single.property.kind()) {
            case TEXT -> Values.text(value);
            case NUMBER -> Values.number(value);
            case INTEGER -> Values.integer(value);
            case BOOLEAN -> Values.truth(value);
            case LONG_TEXT -> value;
            case JSON -> single.type == List.class ? texts(value) : value;
        };
    }

    private static @Nullable List<String> texts(JsonNode value) {
        return value.isArray() ? value.valueStream().map(JsonNode::asString).toList() : null;
    }

    private static void put(ObjectNode into, String name, Object value) {
        if (value instanceof String text) {
            into.put(name, text);
        } else if (value instanceof Double number) {
            into.put(name, number);
        } else if (value instanceof Long number) {
            into.put(name, number);
        } else if (value instanceof Boolean truth) {
            into.put(name, truth);
        } else {
            into.set(name, value instanceof JsonNode node ? node : JSON.valueToTree(value));
        }
    }

    private static @Nullable Object valueOf(Method accessor, Record record) {
        try {
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + accessor, e);
        }
    }

    private static Slot slot(RecordComponent component) {
        boolean required = component.getAnnotatedType().getAnnotation(Nullable.class) == null;
        if (component.isAnnotationPresent(Part.class)) {
            return new Nested(component.getAccessor(), required, of(component.getType()));
        }
        var prop = component.getAnnotation(Prop.class);
        if (prop == null) {
            throw new IllegalStateException(
                    component + " of " + component.getDeclaringRecord() + " needs @Prop or @Part");
        }
        var property = new Property(
                prop.value(), kind(component.getType(), prop), prop.unit(), required || prop.expected(), prop.doc());
        return new Single(component.getAccessor(), required, component.getType(), property);
    }

    private static Kind kind(Class<?> type, Prop prop) {
        if (prop.longText()) {
            return Kind.LONG_TEXT;
        }
        if (type == String.class) {
            return Kind.TEXT;
        }
        if (type == double.class || type == Double.class) {
            return Kind.NUMBER;
        }
        if (type == long.class || type == Long.class) {
            return Kind.INTEGER;
        }
        return type == boolean.class || type == Boolean.class ? Kind.BOOLEAN : Kind.JSON;
    }
}
