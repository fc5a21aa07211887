package io.nightglass.server.capture;

import io.nightglass.catalog.Catalog;
import io.nightglass.catalog.Envelope;
import io.nightglass.catalog.Property;
import io.nightglass.catalog.Warning;
import io.nightglass.server.edge.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds what came against the catalog. Nothing is refused for it: what is odd is noted, and shown to the user. */
final class CatalogCheck {
    private static final int MOST_WARNINGS = 20;
    private static final int MOST_SHOWN = 80;

    private CatalogCheck() {}

    /** Adds to {@code warnings} what is odd about {@code event}; an event the catalog does not know never is. */
    static void check(String event, Envelope envelope, ObjectNode properties, List<Warning> warnings) {
        var schema = Catalog.schema(event);
        if (schema.isEmpty()) {
            return;
        }
        for (Property property : schema.get().properties()) {
            if (warnings.size() < MOST_WARNINGS) {
                check(property, properties.get(property.name()), warnings);
            }
        }
        if (saysWhoseItIs(event)) {
            checkEnvelope(envelope, warnings);
        }
    }

    /** PostHog's own events come from clients that know nothing of loops. */
    private static boolean saysWhoseItIs(String event) {
        return !event.startsWith("$");
    }

    private static void checkEnvelope(Envelope envelope, List<Warning> warnings) {
        var missing = new ArrayList<String>();
        note(missing, "project", envelope.project());
        note(missing, "client", envelope.client());
        note(missing, "agent", envelope.agent());
        if (!missing.isEmpty()) {
            warnings.add(new Warning(
                    Warning.Kind.MISSING_ENVELOPE,
                    missing.getFirst(),
                    "no %s, neither sent nor told by the ids".formatted(String.join(", ", missing))));
        }
    }

    private static void note(List<String> missing, String name, @Nullable String value) {
        if (value == null) {
            missing.add(name);
        }
    }

    private static void check(Property property, @Nullable JsonNode value, List<Warning> warnings) {
        if (value == null || value.isNull()) {
            if (property.required()) {
                warnings.add(new Warning(Warning.Kind.MISSING_PROPERTY, property.name(), "required, not sent"));
            }
        } else if (!fits(property, value)) {
            warnings.add(new Warning(Warning.Kind.MISTYPED_PROPERTY, property.name(), found(property, value)));
        }
    }

    private static boolean fits(Property property, JsonNode value) {
        return switch (property.kind()) {
            case TEXT -> value.isValueNode();
            case LONG_TEXT -> true;
            case NUMBER -> value.isNumber() || value.isString() && Double.isFinite(number(value.stringValue()));
            case INTEGER -> isWhole(value);
            case BOOLEAN -> value.isBoolean() || value.isString() && isBoolean(value.stringValue());
            case JSON -> value.isContainer();
        };
    }

    private static boolean isWhole(JsonNode value) {
        if (value.isIntegralNumber()) {
            return value.canConvertToLong();
        }
        double number = value.isNumber() ? value.doubleValue() : value.isString() ? number(value.stringValue()) : 0.5;
        return number == Math.rint(number) && Math.abs(number) <= Long.MAX_VALUE;
    }

    private static boolean isBoolean(String text) {
        return text.equals("true") || text.equals("false");
    }

    private static double number(String text) {
        try {
            return text.length() > 64 ? Double.NaN : Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static String found(Property property, JsonNode value) {
        String text = value.isContainer() ? value.getNodeType().name().toLowerCase(Locale.ROOT) : value.asString();
        return "expected %s, found %s"
                .formatted(
                        property.kind().name().toLowerCase(Locale.ROOT),
                        Refusal.quoted(text.substring(0, Math.min(MOST_SHOWN, text.length()))));
    }
}
