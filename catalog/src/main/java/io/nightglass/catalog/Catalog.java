package io.nightglass.catalog;

import io.nightglass.catalog.event.Event;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The records of {@link Event} and {@link Envelope} as data, read off them once at class load. Immutable and safe to
 * share.
 */
public final class Catalog {
    private static final List<Schema> SCHEMAS = Arrays.stream(Event.class.getPermittedSubclasses())
            .map(Catalog::schemaOf)
            .toList();
    private static final List<Property> ENVELOPE = propertiesOf(Envelope.class);
    private static final Map<String, Schema> BY_EVENT = byEvent();
    private static final Map<String, Property> BY_NAME = byName();

    private Catalog() {}

    /** Every event, in the order of {@link Event}'s permits clause. */
    public static List<Schema> schemas() {
        return SCHEMAS;
    }

    /** The schema of {@code event}; empty for an event the catalog does not know, which is kept all the same. */
    public static Optional<Schema> schema(String event) {
        return Optional.ofNullable(BY_EVENT.get(event));
    }

    /** The six properties of the envelope. */
    public static List<Property> envelope() {
        return ENVELOPE;
    }

    /**
     * Every property name of the catalog once, the envelope first. A name has one {@link Kind} wherever it occurs, so it
     * can be one column.
     */
    public static List<Property> properties() {
        return List.copyOf(BY_NAME.values());
    }

    /** The property called {@code name}, whichever events carry it. */
    public static Optional<Property> property(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    private static Map<String, Schema> byEvent() {
        var schemas = new LinkedHashMap<String, Schema>();
        SCHEMAS.forEach(schema -> schemas.put(schema.event(), schema));
        return schemas;
    }

    private static Map<String, Property> byName() {
        var properties = new LinkedHashMap<String, Property>();
        ENVELOPE.forEach(property -> properties.put(property.name(), property));
        for (var schema : SCHEMAS) {
            for (var property : schema.properties()) {
                var known = properties.putIfAbsent(property.name(), property);
                if (known != null && known.kind() != property.kind()) {
                    throw new IllegalStateException("%s is %s in %s and %s before: one name, one kind"
                            .formatted(property.name(), property.kind(), schema.event(), known.kind()));
                }
            }
        }
        return properties;
    }

    private static Schema schemaOf(Class<?> record) {
        var name = record.getAnnotation(EventName.class);
        return new Schema(name.value(), name.doc(), propertiesOf(record));
    }

    private static List<Property> propertiesOf(Class<?> record) {
        var properties = new ArrayList<Property>();
        for (RecordComponent component : record.getRecordComponents()) {
            var prop = component.getAnnotation(Prop.class);
            boolean required = component.getAnnotatedType().getAnnotation(Nullable.class) == null;
            properties.add(new Property(prop.value(), kindOf(component, prop), prop.unit(), required, prop.doc()));
        }
        return List.copyOf(properties);
    }

    private static Kind kindOf(RecordComponent component, Prop prop) {
        var type = component.getType();
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
        if (type == boolean.class || type == Boolean.class) {
            return Kind.BOOLEAN;
        }
        return Kind.JSON;
    }
}
