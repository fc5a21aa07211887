package io.nightglass.store.duckdb;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A person while events are folded into it. */
final class Person {
    final UUID id;
    LocalDateTime createdAt;
    boolean identified;
    final ObjectNode properties;

    Person(UUID id, LocalDateTime createdAt, boolean identified, ObjectNode properties) {
        this.id = id;
        this.createdAt = createdAt;
        this.identified = identified;
        this.properties = properties;
    }

    /** {@code $set} overwrites, {@code $set_once} only fills, {@code $unset} (names, or an object's keys) deletes. */
    void take(JsonNode sent) {
        for (var property : object(sent.get("$set_once"))) {
            if (!properties.has(property.getKey())) {
                properties.set(property.getKey(), property.getValue());
            }
        }
        for (var property : object(sent.get("$set"))) {
            properties.set(property.getKey(), property.getValue());
        }
        var unset = sent.get("$unset");
        if (unset != null && unset.isArray()) {
            unset.forEach(name -> properties.remove(name.asString("")));
        } else {
            object(unset).forEach(property -> properties.remove(property.getKey()));
        }
    }

    /** Becomes one with {@code other}: own properties win. */
    void absorb(Person other) {
        for (var property : other.properties.properties()) {
            if (!properties.has(property.getKey())) {
                properties.set(property.getKey(), property.getValue());
            }
        }
        if (other.createdAt.isBefore(createdAt)) {
            createdAt = other.createdAt;
        }
        identified = true;
    }

    private static Iterable<Map.Entry<String, JsonNode>> object(@Nullable JsonNode node) {
        return node instanceof ObjectNode object ? object.properties() : java.util.List.of();
    }
}
