package io.nightglass.boards;

import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many ledger rows have no price: where there are any, a sum of money is a lower bound. */
public record Unpriced(Asker asker) {

    /** By {@code day} (of a day or night). Blocks for one query. */
    public List<Row> byDay(BoardQuery query, boolean byNight) {
        return of(query, byNight, Tile.dayOf("timestamp", byNight) + " AS day", "day");
    }

    /** By {@code week} and {@code task_type}. Blocks for one query. */
    public List<Row> byWeekAndTask(BoardQuery query) {
        return of(query, false, "toMonday(timestamp) AS week, task_type", "week, task_type");
    }

    private List<Row> of(BoardQuery query, boolean byNight, String columns, String keys) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("from", query.from());
        values.put("to", query.to());
        values.put("project", query.project());
        values.put("client", query.client());
        var day = Tile.dayOf("timestamp", byNight);
        return asker.rows("""
                SELECT %s, count() AS unpriced,
                       countIf(verdict IN ('reverted', 'crashed')) AS unpriced_wasted
                FROM costs
                WHERE cost_usd IS NULL AND %s >= {from} AND %s <= {to}
                  AND ({project} IS NULL OR project = {project}) AND ({client} IS NULL OR client = {client})
                GROUP BY %s LIMIT 50000""".formatted(columns, day, day, keys), values);
    }
}
