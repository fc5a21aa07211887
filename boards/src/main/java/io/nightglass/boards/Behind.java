package io.nightglass.boards;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The events and ledger rows that a number on a board counts. */
public enum Behind {
    STOPS("stop", "stops", "stops", "true", List.of("reason")),
    ESCALATIONS("escalation", "escalations", "escalations", "true", List.of("from_model", "to_model", "reason")),
    MONEY("ledger row", "ledger rows", "costs", "true", Columns.LEDGER),
    WASTED(
            "ledger row of a lost round",
            "ledger rows of lost rounds",
            "costs",
            "verdict IN ('reverted', 'crashed')",
            Columns.LEDGER),
    REQUESTS("request", "requests", "costs", "source IN ('token_machine', 'generation')", Columns.LEDGER),
    ROUTED(
            "routed call",
            "routed calls",
            "routed",
            "true",
            List.of("task_type", "model", "quality_score", "input_tokens", "output_tokens", "cost_usd"));

    /** What a number can be told apart by, beside its days, project and client. */
    public static final List<String> KEYS = List.of("reason", "from_model", "to_model", "task_type", "model");

    /** Apart, since a constant may not name what comes after it. */
    private static final class Columns {
        static final List<String> LEDGER = List.of("task_type", "model", "verdict", "source", "provenance", "cost_usd");
    }

    private final String one;
    private final String many;
    private final String table;
    private final String condition;
    private final List<String> columns;

    Behind(String one, String many, String table, String condition, List<String> columns) {
        this.one = one;
        this.many = many;
        this.table = table;
        this.condition = condition;
        this.columns = columns;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What one of them is called. */
    public String one() {
        return one;
    }

    public String many() {
        return many;
    }

    /** What is shown of each, beside its moment, project, run and round. */
    public List<String> columns() {
        return columns;
    }

    /**
     * Which of them.
     *
     * @param query its project is that of the events; "" for those of none
     * @param byNight whether its days are nights
     * @param keys a value for each of {@link #KEYS} that is asked for; null for events that say none
     */
    public record Which(BoardQuery query, boolean byNight, Map<String, @Nullable String> keys) {}

    /**
     * Part of them, by time.
     *
     * @param spent null when they are no ledger rows
     */
    public record Page(long total, @Nullable Spent spent, List<Row> rows) {}

    /** Blocks for two queries. @param number of the page, from 1 */
    public Page page(Asker asker, Which which, int number, int size) {
        var values = new HashMap<String, @Nullable Object>();
        var where = where(which, values);
        boolean isMoney = table.equals("costs");
        var total = asker.rows(
                        "SELECT count() AS n%s FROM %s WHERE %s"
                                .formatted(
                                        isMoney
                                                ? ", sum(cost_usd) AS usd, count(cost_usd) AS priced,"
                                                        + " countIf(cost_usd IS NULL) AS unpriced"
                                                : "",
                                        table,
                                        where),
                        values)
                .getFirst();
        var rows = asker.rows(
                "SELECT timestamp, uuid, project, run_id, round_id, %s FROM %s WHERE %s ORDER BY timestamp, uuid LIMIT %d OFFSET %d"
                        .formatted(String.join(", ", columns), table, where, size, (long) (number - 1) * size),
                values);
        return new Page(
                total.count("n"),
                isMoney ? Spent.of(total.number("usd"), total.count("priced"), total.count("unpriced")) : null,
                rows);
    }

    private String where(Which which, Map<String, @Nullable Object> values) {
        var query = which.query();
        var day = Tile.dayOf("timestamp", which.byNight());
        var text = new StringBuilder("%s AND %s >= {from} AND %s <= {to}".formatted(condition, day, day));
        values.put("from", query.from());
        values.put("to", query.to());
        and(text, values, "project", query.project());
        and(text, values, "client", query.client());
        which.keys().forEach((key, value) -> {
            if (!KEYS.contains(key)) {
                throw new IllegalArgumentException("no key " + key);
            }
            and(text, values, key, value == null ? "" : value);
        });
        return text.toString();
    }

    private static void and(
            StringBuilder text, Map<String, @Nullable Object> values, String column, @Nullable String value) {
        if (value == null) {
            return;
        }
        text.append(value.isEmpty() ? " AND %s IS NULL".formatted(column) : " AND %1$s = {%1$s}".formatted(column));
        values.put(column, value);
    }
}
