package io.nightglass.boards.calls;

import io.nightglass.boards.Asker;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The calls behind every number. Safe to share; every method blocks for a question. */
public record Calls(Asker asker) {
    private static final int MOST_VALUES = 300;
    private static final int MOST_TOGETHER = 5_000;

    /** The fields that a form offers values of. */
    private static final List<CallField> CHOSEN =
            List.of(CallField.MODEL, CallField.PROVIDER, CallField.PHASE, CallField.TASK_TYPE, CallField.AGENT);

    /** @param after where the part begins; null for the first */
    public CallPage page(CallFilter filter, CallSort sort, @Nullable CallPlace after, int size) {
        var values = new HashMap<>(filter.values());
        if (after != null) {
            values.put("value", after.value());
            values.put("uuid", after.uuid().toString());
        }
        var hogql = "SELECT %s FROM generations WHERE %s%s ORDER BY %s LIMIT %d"
                .formatted(
                        Call.COLUMNS,
                        filter.where(),
                        after == null ? "" : " AND " + sort.behind(after),
                        sort.hogql(),
                        size);
        var calls = asker.rows(hogql, values).stream().map(Call::of).toList();
        boolean isLast = calls.size() < size;
        return new CallPage(calls, isLast ? null : CallPlace.of(calls.getLast(), sort.by()));
    }

    public Figures figures(CallFilter filter) {
        var hogql = "SELECT %s FROM generations WHERE %s".formatted(Figures.COLUMNS, filter.where());
        return Figures.of(asker.rows(hogql, filter.values()).getFirst());
    }

    /** The figures of each model, most calls first, at most 300. */
    public List<Figures.Of> byModel(CallFilter filter) {
        var hogql =
                "SELECT nullIf(model, '') AS value, %s FROM generations WHERE %s GROUP BY value ORDER BY calls DESC, value LIMIT %d"
                        .formatted(Figures.COLUMNS, filter.where(), MOST_VALUES);
        return asker.rows(hogql, filter.values()).stream()
                .map(row -> new Figures.Of(row.text("value"), Figures.of(row)))
                .toList();
    }

    /** How large prompts were, by time; buckets without a counted prompt are left out. */
    public List<PromptSize> promptSizes(CallFilter filter, Bucket bucket) {
        var hogql = """
                SELECT %s AS start, count() AS calls, quantiles(0.5, 0.95)(input_tokens) AS size, max(input_tokens) AS most
                FROM generations WHERE input_tokens IS NOT NULL AND %s GROUP BY start ORDER BY start LIMIT 50000""".formatted(bucket.hogql(), filter.where());
        return asker.rows(hogql, filter.values()).stream()
                .map(row -> new PromptSize(
                        row.requiredMoment("start"),
                        row.count("calls"),
                        ((Number) row.list("size").get(0)).doubleValue(),
                        ((Number) row.list("size").get(1)).doubleValue(),
                        row.count("most")))
                .toList();
    }

    /** The figures of each model and of all. */
    public Summary summary(CallFilter filter) {
        var models = byModel(filter);
        return new Summary(
                models.size() == 1
                        ? models.getFirst().figures()
                        : models.size() < MOST_VALUES ? Figures.sum(models, latency(filter)) : figures(filter),
                models);
    }

    /** @param models most calls first, at most 300 */
    public record Summary(Figures all, List<Figures.Of> models) {}

    private Figures.Latency latency(CallFilter filter) {
        var hogql = "SELECT %s FROM generations WHERE %s".formatted(Figures.TOOK, filter.where());
        return Figures.latency(asker.rows(hogql, filter.values()).getFirst());
    }

    /** What calls between two moments name, for the filters; {@link CallFilter#NONE} where some name nothing. */
    public Choices choices(Instant from, Instant to) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("start", from);
        values.put("end", to);
        var errors = asker.rows("""
                        SELECT %s AS v FROM generations WHERE timestamp >= {start} AND timestamp < {end} AND is_error
                        GROUP BY v ORDER BY count() DESC, v LIMIT 50""".formatted(Wording.ERROR), values);
        return new Choices(
                together(values),
                errors.stream().map(row -> row.requiredText("v")).toList());
    }

    /** All fields in one pass, unless they differ so much that it brings too many rows. */
    private Map<CallField, List<String>> together(Map<String, @Nullable Object> values) {
        var columns = CHOSEN.stream()
                .map(field -> "coalesce(%1$s, '') AS %1$s_".formatted(field.column()))
                .collect(Collectors.joining(", "));
        var names = CHOSEN.stream().map(field -> field.column() + "_").collect(Collectors.joining(", "));
        var rows = asker.rows("""
                        SELECT %s FROM generations WHERE timestamp >= {start} AND timestamp < {end}
                        GROUP BY %s LIMIT %d""".formatted(columns, names, MOST_TOGETHER), values);
        var named = new EnumMap<CallField, List<String>>(CallField.class);
        for (var field : CHOSEN) {
            named.put(
                    field,
                    rows.size() == MOST_TOGETHER
                            ? alone(field, values)
                            : rows.stream()
                                    .map(row -> row.requiredText(field.column() + "_"))
                                    .distinct()
                                    .sorted()
                                    .limit(MOST_VALUES)
                                    .toList());
        }
        return named;
    }

    private List<String> alone(CallField field, Map<String, @Nullable Object> values) {
        var hogql = """
                SELECT coalesce(%s, '') AS v FROM generations WHERE timestamp >= {start} AND timestamp < {end}
                GROUP BY v ORDER BY v LIMIT %d""".formatted(field.column(), MOST_VALUES);
        return asker.rows(hogql, values).stream()
                .map(row -> row.requiredText("v"))
                .toList();
    }

    /** What a filter can be set to. @param errors in a word, the most frequent first */
    public record Choices(Map<CallField, List<String>> named, List<String> errors) {}

    /** From when to when calls were reported; empty when there is none. */
    public Optional<Extent> extent(CallFilter filter) {
        var hogql =
                "SELECT min(timestamp) AS first, max(timestamp) AS last FROM generations WHERE %s HAVING count() > 0"
                        .formatted(filter.where());
        return asker.rows(hogql, filter.values()).stream()
                .map(row -> new Extent(row.requiredMoment("first"), row.requiredMoment("last")))
                .findFirst();
    }

    /** @param last inclusive */
    public record Extent(Instant first, Instant last) {}

    public Optional<Call> named(UUID uuid) {
        var hogql = "SELECT %s FROM generations WHERE uuid = {uuid} LIMIT 1".formatted(Call.COLUMNS);
        return asker.rows(hogql, Map.of("uuid", uuid.toString())).stream()
                .map(Call::of)
                .findFirst();
    }
}
