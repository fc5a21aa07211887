package io.nightglass.catalog;

import io.nightglass.catalog.event.Event;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The records of {@link Event}, {@link Envelope} and {@link Context} as data, read off them once at class load. Immutable
 * and safe to share.
 */
public final class Catalog {
    private static final List<Schema> SCHEMAS = Arrays.stream(Event.class.getPermittedSubclasses())
            .map(Catalog::schemaOf)
            .toList();
    private static final List<Property> ENVELOPE = Layout.of(Envelope.class).properties();
    private static final List<Property> CONTEXT = Layout.of(Context.class).properties();
    private static final Map<String, Schema> BY_EVENT = byEvent();
    private static final Map<String, Property> BY_NAME = byName();
    private static final List<Property> PROPERTIES = List.copyOf(BY_NAME.values());

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

    /** What any event of a loop may carry beside its own properties. */
    public static List<Property> context() {
        return CONTEXT;
    }

    /**
     * Every property name of the catalog once: the envelope, the events' own, the context. A name has one {@link Kind}
     * wherever it occurs, so it can be one column. (Unit and meaning are those of its first place, and nothing is
     * required here: that is up to each {@link Schema}.)
     */
    public static List<Property> properties() {
        return PROPERTIES;
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
        collect("the envelope", ENVELOPE, properties);
        SCHEMAS.forEach(schema -> collect(schema.event(), schema.properties(), properties));
        collect("the context", CONTEXT, properties);
        return properties;
    }

    private static void collect(String where, List<Property> from, Map<String, Property> into) {
        for (var property : from) {
            var known = into.putIfAbsent(property.name(), property.optional());
            if (known != null && known.kind() != property.kind()) {
                throw new IllegalStateException("%s is %s in %s and %s before: one name, one kind"
                        .formatted(property.name(), property.kind(), where, known.kind()));
            }
        }
    }

    private static Schema schemaOf(Class<?> record) {
        var name = record.getAnnotation(EventName.class);
        return new Schema(
                name.value(), name.doc(), name.ofRound(), Layout.of(record).properties());
    }
}
