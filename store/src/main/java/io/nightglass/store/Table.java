package io.nightglass.store;

import io.nightglass.hogql.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a query.
 *
 * @param rows one list per row, one cell per column: null, String, Boolean, Long, java.math.BigInteger, Double (NaN and
 *     infinities included), java.time.LocalDate, java.time.Instant, java.util.UUID, a List of such, or a Map of a
 *     map's keys as text to such
 * @param hasMore whether rows beyond the limit exist
 */
public record Table(List<Column> columns, List<List<@Nullable Object>> rows, boolean hasMore) {

    public record Column(String name, Type type) {}

    /** The cell as a long. @throws NullPointerException when it is null */
    public long longAt(int row, int column) {
        return ((Number) java.util.Objects.requireNonNull(rows.get(row).get(column))).longValue();
    }
}
