package io.nightglass.store.duckdb;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code groups}: one row per type and key. A type gets the next index at first sight; PostHog has five, 0 to 4. */
final class GroupTable {
    private static final int TYPES = 5;
    private static final JsonMapper JSON = JsonMapper.shared();

    private GroupTable() {}

    /** Takes the {@code $group_type}, {@code $group_key} and {@code $group_set} of a {@code $groupidentify}. */
    static void take(Connection connection, JsonNode properties, LocalDateTime at) throws SQLException {
        var type = text(properties.get("$group_type"));
        var key = text(properties.get("$group_key"));
        if (type == null || key == null) {
            return;
        }
        Integer index = index(connection, type);
        if (index != null) {
            upsert(connection, Map.entry(type, key), index, properties.get("$group_set"), at);
        }
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        return value == null || value.isNull() || value.isContainer() ? null : value.asString();
    }

    /** Null when five other types came first. */
    private static @Nullable Integer index(Connection connection, String type) throws SQLException {
        try (var statement = connection.prepareStatement("""
                SELECT coalesce(any_value("index") FILTER (type = ?), count(DISTINCT type)) FROM groups""")) {
            statement.setString(1, type);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1) < TYPES ? rows.getInt(1) : null;
            }
        }
    }

    private static void upsert(
            Connection connection,
            Map.Entry<String, String> typeAndKey,
            int index,
            @Nullable JsonNode set,
            LocalDateTime at)
            throws SQLException {
        var properties = JSON.createObjectNode();
        var created = at;
        try (var find =
                connection.prepareStatement("SELECT properties, created_at FROM groups WHERE type = ? AND key = ?")) {
            find.setString(1, typeAndKey.getKey());
            find.setString(2, typeAndKey.getValue());
            try (var rows = find.executeQuery()) {
                if (rows.next()) {
                    properties = (ObjectNode) JSON.readTree(rows.getString(1));
                    created = rows.getObject(2, LocalDateTime.class);
                }
            }
        }
        if (set instanceof ObjectNode object) {
            properties.setAll(object);
        }
        try (var delete = connection.prepareStatement("DELETE FROM groups WHERE type = ? AND key = ?");
                var insert = connection.prepareStatement("INSERT INTO groups VALUES (?, ?, ?, ?, ?, ?)")) {
            delete.setString(1, typeAndKey.getKey());
            delete.setString(2, typeAndKey.getValue());
            delete.executeUpdate();
            insert.setInt(1, index);
            insert.setString(2, typeAndKey.getKey());
            insert.setString(3, typeAndKey.getValue());
            insert.setObject(4, created);
            insert.setObject(5, at);
            insert.setString(6, CellValues.json(properties));
            insert.executeUpdate();
        }
    }
}
