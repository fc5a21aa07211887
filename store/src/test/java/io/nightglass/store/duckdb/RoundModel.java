package io.nightglass.store.duckdb;

import io.nightglass.store.EventRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** boards.md "Rounds" and the runs above them once more, in plain loops over all events: what the store must agree with. */
final class RoundModel {
    static final String ROUNDS = """
            SELECT round_id, run_id, started_at, kept_at, decided_at, verdict, score, direction, baseline_score, delta,
              failure_mode, generations, tokens, escalations, events, first_at, last_at FROM rounds ORDER BY round_id""";
    static final int ROUNDS_WIDTH = 17;

    static final String RUNS = """
            SELECT run_id, rounds, kept, reverted, crashed, open, best_score, direction, started_at, ended_at, stop_reason,
              stated_cost_usd, events FROM runs ORDER BY run_id""";
    static final int RUNS_WIDTH = 13;

    private static final Comparator<EventRow> BY_TIME = Comparator.comparing(EventRow::timestamp)
            .thenComparing(row -> row.uuid().toString());

    private RoundModel() {}

    /** The rows of {@link #ROUNDS}. */
    static List<List<@Nullable Object>> rounds(List<EventRow> events) {
        var rounds = new TreeMap<String, List<EventRow>>();
        for (var event : events) {
            var id = event.envelope().roundId();
            if (id != null && !id.isBlank()) {
                rounds.computeIfAbsent(id, _ -> new ArrayList<>()).add(event);
            }
        }
        for (var event : events) {
            var trace = event.properties().get("$ai_trace_id");
            boolean loose = event.envelope().roundId() == null && event.event().startsWith("$ai_");
            if (loose && trace != null && rounds.containsKey(trace.asString())) {
                rounds.get(trace.asString()).add(event);
            }
        }
        var rows = new ArrayList<List<@Nullable Object>>();
        rounds.forEach((id, own) -> rows.add(round(id, own)));
        return rows;
    }

    private static List<@Nullable Object> round(String id, List<EventRow> own) {
        own.sort(BY_TIME);
        var kept = last(own, "round_kept", EventRow::timestamp);
        var reverted = last(own, "round_reverted", EventRow::timestamp);
        var decided = kept == null || (reverted != null && reverted.isAfter(kept)) ? reverted : kept;
        boolean isReverted = reverted != null && (kept == null || !kept.isAfter(reverted));
        boolean scored = own.stream().anyMatch(e -> e.event().equals("round_scored"));
        var verdict = decided == null ? "open" : !isReverted ? "kept" : scored ? "reverted" : "crashed";
        var score = last(own, "round_scored", e -> number(e, "score"));
        var baseline = last(own, null, e -> isLoop(e) ? number(e, "baseline_score") : null);
        var direction =
                Objects.requireNonNullElse(last(own, null, e -> isLoop(e) ? text(e, "direction") : null), "maximize");
        var sent = own.stream()
                .filter(e -> e.event().equals("round_kept") || e.event().equals("round_reverted"))
                .map(e -> number(e, "delta"))
                .filter(Objects::nonNull)
                .reduce((_, later) -> later)
                .orElse(null);
        Double delta = sent;
        if (score != null && baseline != null) {
            delta = direction.equals("minimize") ? baseline - score : score - baseline;
        }
        var calls = tokens(own, "$ai_generation", "$ai_input_tokens", "$ai_output_tokens");
        return Arrays.asList(
                id,
                first(own, e -> e.envelope().runId()),
                first(own, "round_started"),
                first(own, "round_kept"),
                decided,
                verdict,
                score,
                direction,
                baseline,
                delta,
                last(
                        own,
                        "round_reverted",
                        e -> text(e, "failure_mode") != null ? text(e, "failure_mode") : text(e, "reason")),
                count(own, e -> e.event().equals("$ai_generation")),
                calls != null ? calls : tokens(own, "proposal_generated", "prompt_tokens", "completion_tokens"),
                count(own, e -> e.event().equals("model_escalated")),
                (long) own.size(),
                own.getFirst().timestamp(),
                own.getLast().timestamp());
    }

    /** The rows of {@link #RUNS}. */
    static List<List<@Nullable Object>> runs(List<EventRow> events) {
        Map<String, List<List<@Nullable Object>>> played = new HashMap<>();
        for (var round : rounds(events)) {
            played.computeIfAbsent(String.valueOf(round.get(1)), _ -> new ArrayList<>())
                    .add(round);
        }
        var rows = new ArrayList<List<@Nullable Object>>();
        var ids = events.stream()
                .map(e -> e.envelope().runId())
                .filter(Objects::nonNull)
                .distinct()
                .sorted();
        for (var id : ids.toList()) {
            var own = new ArrayList<>(
                    events.stream().filter(e -> id.equals(e.envelope().runId())).toList());
            own.sort(BY_TIME);
            rows.add(run(id, own, played.getOrDefault(id, List.of())));
        }
        return rows;
    }

    private static List<@Nullable Object> run(String id, List<EventRow> own, List<List<@Nullable Object>> rounds) {
        Function<Object, Long> with =
                value -> rounds.stream().filter(r -> r.contains(value)).count();
        var way = with.apply("minimize") > with.apply("maximize") ? "minimize" : "maximize";
        Stream<Double> scores = rounds.stream().map(r -> (Double) r.get(6)).filter(Objects::nonNull);
        var best = (way.equals("minimize") ? scores.min(Double::compare) : scores.max(Double::compare)).orElse(null);
        return Arrays.asList(
                id,
                (long) rounds.size(),
                with.apply("kept"),
                with.apply("reverted"),
                with.apply("crashed"),
                with.apply("open"),
                best,
                rounds.isEmpty() ? null : way,
                own.getFirst().timestamp(),
                last(own, "stop_triggered", EventRow::timestamp),
                last(own, "stop_triggered", e -> text(e, "reason")),
                last(own, "stop_triggered", e -> number(e, "total_cost_usd")),
                (long) own.size());
    }

    private static <T> @Nullable T last(
            List<EventRow> sorted, @Nullable String event, Function<EventRow, @Nullable T> value) {
        T last = null;
        for (var row : sorted) {
            T found = event == null || row.event().equals(event) ? value.apply(row) : null;
            last = found == null ? last : found;
        }
        return last;
    }

    private static <T> @Nullable T first(List<EventRow> sorted, Function<EventRow, @Nullable T> value) {
        return last(sorted.reversed(), null, value);
    }

    private static @Nullable Instant first(List<EventRow> sorted, String event) {
        return last(sorted.reversed(), event, EventRow::timestamp);
    }

    private static boolean isLoop(EventRow row) {
        return !row.event().startsWith("$") && !row.event().startsWith("step.");
    }

    private static long count(List<EventRow> rows, Predicate<EventRow> which) {
        return rows.stream().filter(which).count();
    }

    private static @Nullable Long tokens(List<EventRow> rows, String event, String in, String out) {
        Long sum = null;
        for (var row : rows) {
            var a = number(row, in);
            var b = number(row, out);
            if (row.event().equals(event) && (a != null || b != null)) {
                sum = (sum == null ? 0 : sum) + (a == null ? 0 : a.longValue()) + (b == null ? 0 : b.longValue());
            }
        }
        return sum;
    }

    private static @Nullable Double number(EventRow row, String name) {
        var value = row.properties().get(name);
        if (value == null || value.isNull() || value.isBoolean()) {
            return null;
        }
        try {
            return Double.valueOf(value.asString());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable String text(EventRow row, String name) {
        var value = row.properties().get(name);
        return value == null || value.isNull() ? null : value.asString();
    }
}
