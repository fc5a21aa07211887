package io.nightglass.sdk.flags;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Flags decided from definitions, without asking anybody: the algorithm of PostHog's SDKs, bit for bit
 * (posthog-wire.md 2.5). Immutable; safe to share.
 */
public final class Evaluation {
    private final Map<String, JsonNode> flags = new LinkedHashMap<>();
    private final JsonNode groupTypes;
    private final JsonNode cohorts;

    /** @param definitions the answer of {@code GET /flags/definitions} */
    public Evaluation(JsonNode definitions) {
        definitions.path("flags").forEach(flag -> flags.put(flag.path("key").asString(""), flag));
        this.groupTypes = definitions.path("group_type_mapping");
        this.cohorts = definitions.path("cohorts");
    }

    /**
     * Who asks.
     *
     * @param groups type to key
     * @param groupProperties type to properties
     */
    public record Asker(
            String distinctId,
            @Nullable String deviceId,
            Map<String, @Nullable Object> properties,
            Map<String, String> groups,
            Map<String, Map<String, @Nullable Object>> groupProperties) {

        /** Somebody of whom only the id is known. */
        public static Asker of(String distinctId) {
            return new Asker(distinctId, null, Map.of(), Map.of(), Map.of());
        }
    }

    /** The keys there are definitions of. */
    public List<String> keys() {
        return List.copyOf(flags.keySet());
    }

    /**
     * What {@code key} is for {@code asker}: true, false or the name of a variant; empty when only the host can tell, or
     * when there is no such flag.
     *
     * @param now for conditions on dates relative to it
     */
    public Optional<Object> value(String key, Asker asker, Instant now) {
        var flag = flags.get(key);
        if (flag == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(decide(flag, asker, now, new ArrayList<>()));
        } catch (Inconclusive e) {
            return Optional.empty();
        }
    }

    /** What goes with a value: a JSON text, as the definition has it. */
    public Optional<String> payload(String key, Object value) {
        var flag = flags.get(key);
        if (flag == null || Boolean.FALSE.equals(value)) {
            return Optional.empty();
        }
        var found = flag.path("filters").path("payloads").path(String.valueOf(value));
        return found.isMissingNode() || found.isNull()
                ? Optional.empty()
                : Optional.of(found.isString() ? found.stringValue() : found.toString());
    }

    private Object decide(JsonNode flag, Asker asker, Instant now, List<String> above) throws Inconclusive {
        if (!flag.path("active").asBoolean(false) || flag.path("deleted").asBoolean(false)) {
            return false;
        }
        if (flag.path("ensure_experience_continuity").asBoolean(false)) {
            throw new Inconclusive("the host remembers who saw what");
        }
        var filters = flag.path("filters");
        Inconclusive open = null;
        for (var condition : filters.path("groups")) {
            var place = place(flag, filters, condition, asker);
            if (place == null) {
                return false; // of a group that was not named
            }
            try {
                var outcome = outcome(flag, condition, place, now, above);
                if (outcome != null) {
                    return outcome;
                }
                if (filters.path("early_exit").asBoolean(false) && isMatch(condition, place, now, above)) {
                    return false;
                }
            } catch (Inconclusive e) {
                open = e;
            }
        }
        if (open != null) {
            throw open;
        }
        return false;
    }

    /** Whose bucket and whose properties a condition is about. */
    private record Place(String id, Map<String, @Nullable Object> properties, Asker asker) {}

    private @Nullable Place place(JsonNode flag, JsonNode filters, JsonNode condition, Asker asker)
            throws Inconclusive {
        var index = condition.path("aggregation_group_type_index");
        if (index.isMissingNode() || index.isNull()) {
            index = filters.path("aggregation_group_type_index");
        }
        if (index.isNumber()) {
            var type = groupTypes.path(index.asString()).asString("");
            if (type.isEmpty()) {
                throw new Inconclusive("a group type without a name");
            }
            var group = asker.groups().get(type);
            if (group == null) {
                return null;
            }
            var properties = new LinkedHashMap<String, @Nullable Object>();
            properties.put("$group_key", group);
            properties.putAll(asker.groupProperties().getOrDefault(type, Map.of()));
            return new Place(group, properties, asker);
        }
        var properties = new LinkedHashMap<String, @Nullable Object>();
        properties.put("distinct_id", asker.distinctId());
        properties.putAll(asker.properties());
        boolean isByDevice = "device_id"
                        .equals(flag.path("bucketing_identifier").asString(""))
                || "device_id".equals(filters.path("bucketing_identifier").asString(""));
        if (isByDevice && asker.deviceId() == null) {
            throw new Inconclusive("the flag is by device and none is named");
        }
        var id = isByDevice && asker.deviceId() != null ? asker.deviceId() : asker.distinctId();
        return new Place(id, properties, asker);
    }

    /** The flag's value by this condition; null when it does not apply. */
    private @Nullable Object outcome(JsonNode flag, JsonNode condition, Place place, Instant now, List<String> above)
            throws Inconclusive {
        if (!isMatch(condition, place, now, above)) {
            return null;
        }
        var key = flag.path("key").asString("");
        var share = condition.path("rollout_percentage");
        // A bucket of exactly the share is in.
        if (share.isNumber() && Bucket.of(key, place.id(), "") > share.asDouble() / 100) {
            return null;
        }
        var variants = flag.path("filters").path("multivariate").path("variants");
        var fixed = condition.path("variant").asString("");
        for (var variant : variants) {
            if (variant.path("key").asString("").equals(fixed)) {
                return fixed;
            }
        }
        return variant(key, place.id(), variants);
    }

    private static Object variant(String key, String id, JsonNode variants) {
        double bucket = Bucket.of(key, id, "variant");
        double from = 0;
        for (var variant : variants) {
            double to = from + variant.path("rollout_percentage").asDouble(0) / 100;
            if (bucket >= from && bucket < to) {
                return variant.path("key").asString("");
            }
            from = to;
        }
        return true;
    }

    private boolean isMatch(JsonNode condition, Place place, Instant now, List<String> above) throws Inconclusive {
        for (var property : condition.path("properties")) {
            if (!isTrue(property, place, now, above)) {
                return false;
            }
        }
        return true;
    }

    private boolean isTrue(JsonNode property, Place place, Instant now, List<String> above) throws Inconclusive {
        return switch (property.path("type").asString("person")) {
            case "cohort" -> isInCohort(property, place, now, above);
            case "flag" -> isFlag(property, place, now, above);
            default -> Condition.holds(property, place.properties(), now);
        };
    }

    private boolean isFlag(JsonNode property, Place place, Instant now, List<String> above) throws Inconclusive {
        var key = property.path("key").asString("");
        var flag = flags.get(key);
        var chain = property.path("dependency_chain");
        if (flag == null || !chain.isArray() || chain.isEmpty() || above.contains(key)) {
            throw new Inconclusive("a flag that depends on one that is not here, or on itself");
        }
        above.add(key);
        var value = decide(flag, place.asker(), now, above);
        above.remove(key);
        var wanted = property.path("value");
        return wanted.isBoolean()
                ? wanted.booleanValue() != Boolean.FALSE.equals(value)
                : wanted.asString("").equals(value);
    }

    private boolean isInCohort(JsonNode property, Place place, Instant now, List<String> above) throws Inconclusive {
        var cohort = cohorts.path(property.path("value").asString(""));
        if (cohort.isMissingNode()) {
            throw new Inconclusive("a cohort that only the host knows");
        }
        boolean isIn = isInGroup(cohort, place, now, above);
        return property.path("operator").asString("in").equals("not_in") != isIn;
    }

    /** AND and OR over leaves and further groups; one without values is true. */
    private boolean isInGroup(JsonNode group, Place place, Instant now, List<String> above) throws Inconclusive {
        var values = group.path("values");
        if (values.isEmpty()) {
            return true;
        }
        boolean isAny = group.path("type").asString("AND").equals("OR");
        Inconclusive open = null;
        for (var each : values) {
            try {
                boolean holds = each.has("values")
                        ? isInGroup(each, place, now, above)
                        : isTrue(each, place, now, above)
                                != each.path("negation").asBoolean(false);
                if (holds == isAny) {
                    return isAny;
                }
            } catch (Inconclusive e) {
                open = e;
            }
        }
        if (open != null) {
            throw open;
        }
        return !isAny;
    }
}
