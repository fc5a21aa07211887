package io.nightglass.store.duckdb;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Folds identifying events into persons and groups, in order of receipt, the way PostHog does: {@code $identify} merges
 * an anonymous person that nobody has identified yet, {@code $create_alias} and {@code $merge_dangerously} merge always;
 * ids that many senders share by mistake ("null", "anonymous", ...) are never merged.
 */
final class PersonFold {
    private static final int AT_ONCE = 500;
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Compared in lower case, after quotes and spaces around them are taken away. */
    private static final Set<String> ILLEGAL = Set.of(
            "",
            "0",
            "anonymous",
            "distinct_id",
            "distinctid",
            "email",
            "false",
            "guest",
            "id",
            "nan",
            "none",
            "not_authenticated",
            "null",
            "[object object]",
            "true",
            "undefined");

    private record Change(
            long seq, String uuid, String event, String distinctId, LocalDateTime at, JsonNode properties) {
        @Nullable
        String otherId() {
            return switch (event) {
                case "$identify" -> text("$anon_distinct_id");
                case "$create_alias", "$merge_dangerously" -> text("alias");
                default -> null;
            };
        }

        @Nullable
        String text(String name) {
            var value = properties.get(name);
            return value == null || value.isNull() || value.isContainer() ? null : value.asString();
        }

        boolean touchesProfile() {
            return !"false".equals(text("$process_person_profile"));
        }
    }

    private final Connection connection;

    PersonFold(Connection connection) {
        this.connection = connection;
    }

    /** Folds what came after {@code watermark}. */
    void run(long watermark) throws SQLException {
        insertNewIds(watermark);
        for (var changes = changesAfter(watermark); !changes.isEmpty(); ) {
            var table = new PersonTable(connection);
            var ids = new LinkedHashSet<String>();
            for (var change : changes) {
                ids.add(change.distinctId());
                var other = change.otherId();
                if (other != null) {
                    ids.add(other);
                }
            }
            table.load(ids);
            for (var change : changes) {
                apply(change, table);
            }
            table.save();
            changes = changesAfter(changes.getLast().seq());
        }
    }

    private void insertNewIds(long watermark) throws SQLException {
        try (var find = connection.prepareStatement("CREATE OR REPLACE TEMP TABLE new_ids AS " + PersonsSql.NEW_IDS)) {
            find.setLong(1, watermark);
            find.execute();
        }
        Transaction.execute(connection, "INSERT INTO person_distinct_ids SELECT distinct_id, person_id FROM new_ids");
        Transaction.execute(connection, "INSERT INTO persons SELECT person_id, first_at, false, '{}' FROM new_ids");
    }

    private List<Change> changesAfter(long seq) throws SQLException {
        var changes = new ArrayList<Change>();
        try (var statement = connection.prepareStatement(PersonsSql.CHANGES + " LIMIT " + AT_ONCE)) {
            statement.setLong(1, seq);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    changes.add(new Change(
                            rows.getLong(1),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getObject(5, LocalDateTime.class),
                            JSON.readTree(rows.getString(7))));
                }
            }
        }
        return changes;
    }

    private void apply(Change change, PersonTable table) throws SQLException {
        if (change.event().equals("$groupidentify")) {
            GroupTable.take(connection, change.properties(), change.at());
        }
        var other = change.otherId();
        if (other != null && !other.equals(change.distinctId())) {
            merge(change, other, table);
        }
        if (change.touchesProfile()) {
            var person = table.of(change.distinctId(), change.at());
            person.take(change.properties());
            person.identified |= change.event().equals("$identify");
        }
    }

    private void merge(Change change, String other, PersonTable table) throws SQLException {
        for (var id : List.of(change.distinctId(), other)) {
            if (isIllegal(id)) {
                warn(change, "'%s' is no person's id; nothing was merged".formatted(shortened(id)));
                return;
            }
        }
        var into = table.of(change.distinctId(), change.at());
        var from = table.of(other, change.at());
        if (from.id.equals(into.id)) {
            return;
        }
        if (from.identified && change.event().equals("$identify")) {
            warn(change, "'%s' was identified before; only $merge_dangerously merges it".formatted(shortened(other)));
            return;
        }
        table.merge(from, into);
    }

    private static boolean isIllegal(String id) {
        return ILLEGAL.contains(
                id.strip().replaceAll("^[\"']|[\"']$", "").strip().toLowerCase(Locale.ROOT));
    }

    private static String shortened(String id) {
        return id.length() <= 100 ? id : id.substring(0, 100) + "...";
    }

    private void warn(Change change, String detail) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO ingestion_warnings
                SELECT seq, uuid, created_at, 'refused_merge', event, NULL, ? FROM events WHERE seq = ?""")) {
            insert.setString(1, detail);
            insert.setLong(2, change.seq());
            insert.executeUpdate();
        }
    }
}
