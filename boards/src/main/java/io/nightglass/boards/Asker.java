package io.nightglass.boards;

import io.nightglass.hogql.HogQl;
import io.nightglass.hogql.Scope;
import io.nightglass.store.EventStore;
import io.nightglass.store.Limits;
import io.nightglass.store.Table;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one place where HogQL text meets the store. Safe to share.
 *
 * @param zone days and nights are this zone's
 * @param clock what now is
 */
public record Asker(EventStore store, ZoneId zone, InstantSource clock) {

    /**
     * Answers {@code hogql} with its {@code {placeholders}} filled from {@code values}, the rest null.
     *
     * @throws io.nightglass.hogql.QueryException when a name in it is unknown: a bug of ours, for our own queries
     */
    public Table ask(String hogql, Map<String, @Nullable Object> values) {
        var scope = new Scope(store.tables(), values, zone, clock.instant());
        return store.query(HogQl.compile(hogql, scope, HogQl.MOST), Limits.API);
    }

    /** The same, each row readable by column name. */
    public List<Row> rows(String hogql, Map<String, @Nullable Object> values) {
        var table = ask(hogql, values);
        return table.rows().stream()
                .map(cells -> new Row(table.columns(), cells))
                .toList();
    }

    /** Today in the pane's zone. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
