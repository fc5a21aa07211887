package io.nightglass.store.duckdb;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Persons and their ids as far as one batch of changes needs them: read at once, written back at once. */
final class PersonTable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Connection connection;
    private final Map<String, UUID> ids = new HashMap<>();
    private final Map<UUID, Person> persons = new HashMap<>();
    private final Set<UUID> changed = new HashSet<>();

    PersonTable(Connection connection) {
        this.connection = connection;
    }

    /** Reads the persons of {@code distinctIds}. */
    void load(Collection<String> distinctIds) throws SQLException {
        if (distinctIds.isEmpty()) {
            return;
        }
        var sql = """
                SELECT d.distinct_id, p.id::VARCHAR, p.created_at, p.is_identified, p.properties
                FROM person_distinct_ids d JOIN persons p ON p.id = d.person_id WHERE d.distinct_id IN (%s)""".formatted(String.join(", ", Collections.nCopies(distinctIds.size(), "?")));
        try (var statement = connection.prepareStatement(sql)) {
            int at = 1;
            for (var id : distinctIds) {
                statement.setString(at++, id);
            }
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var id = UUID.fromString(rows.getString(2));
                    ids.put(rows.getString(1), id);
                    if (!persons.containsKey(id)) {
                        var created = rows.getObject(3, LocalDateTime.class);
                        var properties = (ObjectNode) JSON.readTree(rows.getString(5));
                        persons.put(id, new Person(id, created, rows.getBoolean(4), properties));
                    }
                }
            }
        }
    }

    /** The person of {@code distinctId}, made when there is none, and marked as changed. */
    Person of(String distinctId, LocalDateTime at) throws SQLException {
        var id = ids.get(distinctId);
        var person = id == null ? null : persons.get(id);
        if (person == null) {
            var fresh = new Person(PreparedRow.personId(distinctId), at, false, JSON.createObjectNode());
            persons.put(fresh.id, fresh);
            ids.put(distinctId, fresh.id);
            try (var insert = connection.prepareStatement("INSERT INTO person_distinct_ids VALUES (?, ?::UUID)")) {
                insert.setString(1, distinctId);
                insert.setString(2, fresh.id.toString());
                insert.executeUpdate();
            }
            person = fresh;
        }
        changed.add(person.id);
        return person;
    }

    /** Makes {@code from} and all its ids part of {@code into}. */
    void merge(Person from, Person into) throws SQLException {
        into.absorb(from);
        persons.remove(from.id);
        changed.add(from.id);
        ids.replaceAll((id, person) -> person.equals(from.id) ? into.id : person);
        update("UPDATE person_distinct_ids SET person_id = ?::UUID WHERE person_id = ?::UUID", into.id, from.id);
        update("UPDATE person_overrides SET person_id = ?::UUID WHERE person_id = ?::UUID", into.id, from.id);
        update("INSERT INTO person_overrides (person_id, old_person_id) VALUES (?::UUID, ?::UUID)", into.id, from.id);
    }

    private void update(String sql, UUID first, UUID second) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, first.toString());
            statement.setString(2, second.toString());
            statement.executeUpdate();
        }
    }

    /** Writes the changed persons; those merged away are gone. */
    void save() throws SQLException {
        try (var delete = connection.prepareStatement("DELETE FROM persons WHERE id = ?::UUID");
                var insert = connection.prepareStatement("INSERT INTO persons VALUES (?::UUID, ?, ?, ?)")) {
            for (var id : changed) {
                delete.setString(1, id.toString());
                delete.executeUpdate();
                var person = persons.get(id);
                if (person != null) {
                    insert.setString(1, id.toString());
                    insert.setObject(2, person.createdAt);
                    insert.setBoolean(3, person.identified);
                    insert.setString(4, CellValues.json(person.properties));
                    insert.executeUpdate();
                }
            }
        }
    }
}
