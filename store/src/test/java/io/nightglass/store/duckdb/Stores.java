package io.nightglass.store.duckdb;

import io.nightglass.hogql.Type;
import io.nightglass.store.Limits;
import io.nightglass.store.Rows;
import io.nightglass.store.Table;
import io.nightglass.store.duckdb.sql.Sql;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Stores for tests, asked in SQL. */
final class Stores {
    private Stores() {}

    static DuckDbEventStore open(Path home) {
        return open(home, InstantSource.fixed(Rows.T0));
    }

    static DuckDbEventStore open(Path home, InstantSource clock) {
        return DuckDbEventStore.open(home, clock);
    }

    /** The rows of {@code sql}, which has {@code columns} columns. */
    static List<List<@Nullable Object>> rows(DuckDbEventStore store, int columns, String sql) {
        var column = new Table.Column("c", Type.STRING);
        return store.query(
                        new Queries.Question(() -> new Sql(sql, List.of()), Collections.nCopies(columns, column)),
                        Limits.API)
                .rows();
    }

    static long number(DuckDbEventStore store, String sql) {
        return ((Number) Objects.requireNonNull(one(store, sql))).longValue();
    }

    static @Nullable Object one(DuckDbEventStore store, String sql) {
        return rows(store, 1, sql).getFirst().getFirst();
    }
}
