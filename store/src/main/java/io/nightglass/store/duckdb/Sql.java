package io.nightglass.store.duckdb;

import io.nightglass.hogql.CheckedQuery;
import io.nightglass.store.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checked query in DuckDB's dialect.
 *
 * @param text with {@code ?} for every parameter; only our printer writes it, never a user
 * @param parameters String, Long, Double, Boolean, java.time.LocalDateTime (UTC), java.time.LocalDate or null
 * @param columns what the answer's columns are called and hold
 */
public record Sql(String text, List<@Nullable Object> parameters, List<Table.Column> columns) {

    /** Prints a checked query. Safe for threads. */
    @FunctionalInterface
    public interface Printer {
        Sql print(CheckedQuery query, PropertyColumns columns);
    }

    /** Where the value of {@code properties.name} lies. */
    @FunctionalInterface
    public interface PropertyColumns {
        /** The column of {@code events}, quoted; null when the value is only in the JSON of {@code properties}. */
        @Nullable
        String column(String property);
    }
}
