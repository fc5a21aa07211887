package io.nightglass.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is odd about an event, measured by the catalog. Nothing is refused for it. Safe to call from any number of
 * threads; an event in order costs one look-up per property of its schema and allocates nothing.
 */
public final class Check {
    /** More than these say no more about one event. */
    public static final int MOST_WARNINGS = 8;

    private static final int MOST_QUOTED = 200;
    private static final Map<String, Check> BY_EVENT = byEvent();

    private final boolean ofRound;
    private final Property[] properties;

    private Check(Schema schema) {
        this.ofRound = schema.ofRound();
        var byName = new HashMap<String, Property>();
        schema.properties().forEach(property -> byName.put(property.name(), property));
        var all = new ArrayList<>(schema.properties());
        for (var shared : List.of(Catalog.envelope(), Catalog.context())) {
            shared.stream()
                    .filter(property -> !byName.containsKey(property.name()))
                    .forEach(all::add);
        }
        this.properties = all.toArray(Property[]::new);
    }

    /**
     * The warnings about an event called {@code event}: what it lacks, and what is not of its {@link Kind}. A JSON null
     * counts as not sent, and so does a blank id: it comes of a variable nobody has set. An event the catalog does not know is never warned about.
     *
     * @return at most {@link #MOST_WARNINGS}, empty when all is well
     */
    public static List<Warning> of(String event, ObjectNode properties) {
        var check = BY_EVENT.get(event);
        return check == null ? List.of() : check.warnings(properties, null);
    }

    /**
     * As {@link #of(String, ObjectNode)}, and a warning when a round's event belongs to no project: none is sent, or a
     * blank one, and neither {@code user_id} nor {@code distinctId} tells it.
     */
    public static List<Warning> of(String event, ObjectNode properties, String distinctId) {
        var check = BY_EVENT.get(event);
        return check == null ? List.of() : check.warnings(properties, distinctId);
    }

    private List<Warning> warnings(ObjectNode sent, @Nullable String distinctId) {
        List<Warning> found = List.of();
        if (ofRound) {
            found = envelopeWarnings(sent, distinctId);
        }
        for (var property : properties) {
            var value = sent.get(property.name());
            if (isMissing(value)) {
                if (property.required()) {
                    found = with(found, missing(property));
                }
            } else if (!property.kind().fits(value)) {
                found = with(found, mistyped(property, value));
            }
            if (found.size() >= MOST_WARNINGS) {
                break;
            }
        }
        return found;
    }

    private static List<Warning> envelopeWarnings(ObjectNode sent, @Nullable String distinctId) {
        List<Warning> found = List.of();
        if (isMissing(sent.get("round_id")) || isBlank(sent.get("round_id"))) {
            found = with(found, missingId("round_id", "belongs to no round"));
        }
        if (isBlank(sent.get("run_id"))) {
            found = with(found, missingId("run_id", "its round belongs to no run"));
        }
        boolean isNameless = isMissing(sent.get("project")) || isBlank(sent.get("project"));
        if (distinctId != null && isNameless && !tellsProject(sent, distinctId)) {
            found = with(found, missingProject(distinctId));
        }
        return found;
    }

    private static boolean isBlank(@Nullable JsonNode value) {
        return value != null && value.isString() && value.stringValue().isBlank();
    }

    private static boolean isMissing(@Nullable JsonNode value) {
        return value == null || value.isNull();
    }

    private static boolean tellsProject(ObjectNode sent, String distinctId) {
        var user = sent.get("user_id");
        return Identity.parse(distinctId).isPresent()
                || user != null
                        && user.isString()
                        && Identity.parse(user.stringValue()).isPresent();
    }

    private static List<Warning> with(List<Warning> found, Warning warning) {
        var longer = found.isEmpty() ? new ArrayList<Warning>(MOST_WARNINGS) : found;
        longer.add(warning);
        return longer;
    }

    private static Warning missingId(String id, String consequence) {
        return new Warning(Warning.Kind.MISSING_ENVELOPE, id, "no %s: it is kept, but %s".formatted(id, consequence));
    }

    private static Warning missingProject(String distinctId) {
        return new Warning(
                Warning.Kind.MISSING_ENVELOPE,
                "project",
                "no project, and distinct_id " + quoted(distinctId) + " is not project:client:agent");
    }

    private static Warning missing(Property property) {
        return new Warning(Warning.Kind.MISSING_PROPERTY, property.name(), "not sent: " + property.doc());
    }

    private static Warning mistyped(Property property, JsonNode value) {
        var expected = switch (property.kind()) {
            case TEXT, LONG_TEXT -> "text";
            case NUMBER -> "a finite number";
            case INTEGER -> "a whole number";
            case BOOLEAN -> "true or false";
            case JSON -> "an array or object";
        };
        return new Warning(
                Warning.Kind.MISTYPED_PROPERTY, property.name(), "expected " + expected + ", got " + quoted(value));
    }

    private static String quoted(JsonNode value) {
        if (value.isContainer()) {
            return (value.isArray() ? "an array of " : "an object of ") + value.size();
        }
        return quoted(value.isString() ? value.stringValue() : value.toString());
    }

    private static String quoted(String text) {
        if (text.length() <= MOST_QUOTED) {
            return "'" + text + "'";
        }
        boolean splits = Character.isHighSurrogate(text.charAt(MOST_QUOTED - 1));
        return "'" + text.substring(0, splits ? MOST_QUOTED - 1 : MOST_QUOTED) + "'...";
    }

    private static Map<String, Check> byEvent() {
        var checks = new HashMap<String, Check>();
        Catalog.schemas().forEach(schema -> checks.put(schema.event(), new Check(schema)));
        return checks;
    }
}
