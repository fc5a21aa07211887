package io.nightglass.server.page.query;

import io.nightglass.boards.Asker;
import io.nightglass.hogql.HogQl;
import io.nightglass.hogql.Scope;
import io.nightglass.hogql.Tables.TableShape;
import io.nightglass.server.page.format.Count;
import io.nightglass.store.Limits;
import io.nightglass.store.StoreException;
import io.nightglass.store.StoreProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many rows each table has, as a page says it: counted again when something arrived, at most every ten seconds. A
 * table that takes long to count is left alone for a while, so that no page waits for it. Safe for threads.
 */
public final class RowCounts {
    private static final Duration LONGEST = Duration.ofMillis(150);
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Duration ALONE = Duration.ofMinutes(10);

    /** @param rows null while the table takes too long to count */
    private record Counted(@Nullable Long rows, long version, Instant until) {}

    private final Asker asker;
    private final Map<String, Counted> counts = new HashMap<>();

    public RowCounts(Asker asker) {
        this.asker = asker;
    }

    /** {@code 7,014}, {@code 2.41 M}, or how many columns it has where rows cannot be counted at once. */
    synchronized Map<String, String> said() {
        var said = new HashMap<String, String>();
        long version = asker.store().version();
        for (var table : asker.store().tables().all()) {
            var counted = counts.get(table.name());
            if (counted == null
                    || counted.version() != version && !asker.clock().instant().isBefore(counted.until())) {
                counted = counted(table, version);
                counts.put(table.name(), counted);
            }
            var rows = counted.rows();
            said.put(table.name(), rows == null ? "" : Count.of(rows));
        }
        return Map.copyOf(said);
    }

    private Counted counted(TableShape table, long version) {
        var now = asker.clock().instant();
        var scope = new Scope(asker.store().tables(), Map.of(), asker.zone(), now);
        var query = HogQl.compile("SELECT count() FROM " + table.name(), scope);
        try {
            var counted = asker.store().query(query, Limits.API.withTime(LONGEST));
            return new Counted(counted.longAt(0, 0), version, now.plus(FRESH));
        } catch (StoreException e) {
            boolean slow = e.problem() instanceof StoreProblem.TimedOut;
            return new Counted(null, version, now.plus(slow ? ALONE : FRESH));
        }
    }
}
