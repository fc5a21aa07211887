package io.nightglass.store.duckdb;

import io.nightglass.store.EventRow;
import java.util.Set;

/** The tables of persons and groups, and the statements that {@link PersonFold} keeps them with. */
final class PersonsSql {
    static final String CREATE_PERSONS = """
            CREATE TABLE IF NOT EXISTS persons (id UUID, created_at TIMESTAMP, is_identified BOOLEAN, properties VARCHAR)""";

    static final String CREATE_DISTINCT_IDS =
            "CREATE TABLE IF NOT EXISTS person_distinct_ids (distinct_id VARCHAR, person_id UUID)";

    /** Whose events are now somebody else's: {@code events.person_id} to the person it was merged into. */
    static final String CREATE_OVERRIDES =
            "CREATE TABLE IF NOT EXISTS person_overrides (old_person_id UUID, person_id UUID)";

    static final String CREATE_GROUPS = """
            CREATE TABLE IF NOT EXISTS groups ("index" INTEGER, type VARCHAR, key VARCHAR, created_at TIMESTAMP,
              updated_at TIMESTAMP, properties VARCHAR)""";

    /** Ids never seen before, each a person of its own, unless their sender wants no profile. */
    static final String NEW_IDS = """
            SELECT distinct_id, any_value(person_id) AS person_id, min("timestamp") AS first_at FROM events
            WHERE seq > ? AND "p_$process_person_profile" IS DISTINCT FROM false
              AND distinct_id NOT IN (SELECT distinct_id FROM person_distinct_ids)
            GROUP BY distinct_id""";

    /**
     * What changes persons and groups, in order of receipt. Told by a column of its own: the texts of the others, which may
     * be of any length, are not read.
     */
    static final String CHANGES = """
            SELECT seq, uuid, event, distinct_id, "timestamp", created_at, properties FROM events
            WHERE seq > ? AND folds ORDER BY seq""";

    private static final Set<String> CHANGING_EVENTS =
            Set.of("$identify", "$create_alias", "$merge_dangerously", "$groupidentify");

    private PersonsSql() {}

    /** Whether {@code row} changes a person or a group. */
    static boolean folds(EventRow row) {
        var properties = row.properties();
        return CHANGING_EVENTS.contains(row.event())
                || properties.has("$set")
                || properties.has("$set_once")
                || properties.has("$unset");
    }

    /** The person that {@code id}, a column of {@code events}, stands for after merges. */
    static String merged(String id) {
        return "coalesce((SELECT o.person_id FROM person_overrides AS o WHERE o.old_person_id = %s), %s)"
                .formatted(id, id);
    }
}
