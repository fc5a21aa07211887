package io.nightglass.store.duckdb;

import io.nightglass.catalog.Property;
import io.nightglass.store.StoreException;
import io.nightglass.store.StoreProblem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What lies on disk (docs/decisions/0002, 0003): creates it, and adds the columns that the catalog has gained. */
final class TableDefinitions {
    /** Raised when a table changes its meaning; columns that join need no new version. */
    private static final int VERSION = 1;

    private static final List<String> TABLES = List.of(
            """
            CREATE TABLE IF NOT EXISTS events (seq BIGINT, uuid UUID, event VARCHAR, distinct_id VARCHAR,
              "timestamp" TIMESTAMP, created_at TIMESTAMP, person_id UUID, project VARCHAR, client VARCHAR, run_id VARCHAR,
              round_id VARCHAR, agent VARCHAR, git_sha VARCHAR, folds BOOLEAN, properties VARCHAR)""",
            "CREATE TABLE IF NOT EXISTS event_texts (seq BIGINT, uuid UUID, property VARCHAR, text VARCHAR)",
            "ALTER TABLE event_texts ADD COLUMN IF NOT EXISTS piece INTEGER DEFAULT 0",
            "CREATE TABLE IF NOT EXISTS apart_names (name VARCHAR)",
            "CREATE TABLE IF NOT EXISTS moved (seq BIGINT)",
            "INSERT INTO moved SELECT coalesce(max(seq), 0) FROM events HAVING NOT EXISTS (FROM moved)",
            """
            CREATE TABLE IF NOT EXISTS ingestion_warnings (seq BIGINT, uuid UUID, "timestamp" TIMESTAMP, kind VARCHAR,
              event VARCHAR, property VARCHAR, detail VARCHAR)""",
            "CREATE TABLE IF NOT EXISTS property_names (name VARCHAR, kind VARCHAR, k INTEGER, first_seen TIMESTAMP)",
            "CREATE TABLE IF NOT EXISTS settings (key VARCHAR PRIMARY KEY, value VARCHAR)",
            """
            CREATE TABLE IF NOT EXISTS annotations (id BIGINT PRIMARY KEY, marks TIMESTAMP, content VARCHAR, author VARCHAR,
              created_at TIMESTAMP)""",
            "ALTER TABLE annotations ADD COLUMN IF NOT EXISTS creation VARCHAR DEFAULT 'USR'",
            "ALTER TABLE annotations ADD COLUMN IF NOT EXISTS scope VARCHAR DEFAULT 'project'",
            "ALTER TABLE annotations ADD COLUMN IF NOT EXISTS dashboard_item BIGINT",
            "ALTER TABLE annotations ADD COLUMN IF NOT EXISTS dashboard BIGINT",
            "ALTER TABLE annotations ADD COLUMN IF NOT EXISTS updated_at TIMESTAMP",
            "ALTER TABLE annotations ADD COLUMN IF NOT EXISTS deleted BOOLEAN DEFAULT false",
            PersonsSql.CREATE_PERSONS,
            PersonsSql.CREATE_DISTINCT_IDS,
            PersonsSql.CREATE_OVERRIDES,
            PersonsSql.CREATE_GROUPS);

    /** The one column whose values count for events that came before it. */
    private static final String FILL_SESSION = """
            UPDATE events SET "p_$session_id" = json_extract_string(properties, '/$session_id')
            WHERE contains(properties, '"$session_id"') AND json_type(properties, '/$session_id') = 'VARCHAR'""";

    private TableDefinitions() {}

    /** Makes the file fit this version of the program. Writes nothing when it does already: the disk may be full. */
    static void create(Connection connection) throws SQLException {
        Transaction.commit(connection, () -> {
            createAll(connection);
            return TABLES;
        });
    }

    private static void createAll(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var table : TABLES) {
                statement.execute(table);
            }
            int found = Integer.parseInt(Settings.read(connection, "schema_version", Integer.toString(VERSION)));
            if (found > VERSION) {
                throw new StoreException(new StoreProblem.Broken(
                        "the folder was written by a newer version (layout %d, this one knows %d); use that version"
                                .formatted(found, VERSION)));
            }
            if (Settings.read(connection, "schema_version", "").isEmpty()) {
                Settings.write(connection, "schema_version", Integer.toString(VERSION));
            }
            var known = columns(connection, "events");
            for (Property property : Columns.all()) {
                if (known.add("p_" + property.name())) {
                    statement.execute("ALTER TABLE events ADD COLUMN %s %s"
                            .formatted(Columns.column(property.name()), Columns.type(property.kind())));
                    if (property.equals(Columns.SESSION)) {
                        statement.execute(FILL_SESSION);
                    }
                }
            }
            Derived.create(connection);
        }
    }

    /** The column names of {@code table}, as spelled when they were made. */
    static Set<String> columns(Connection connection, String table) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT column_name FROM duckdb_columns() WHERE table_name = ? AND schema_name = 'main'")) {
            statement.setString(1, table);
            try (var rows = statement.executeQuery()) {
                var names = new HashSet<String>();
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
                return names;
            }
        }
    }
}
