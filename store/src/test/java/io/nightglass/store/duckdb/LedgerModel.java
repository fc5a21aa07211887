package io.nightglass.store.duckdb;

import io.nightglass.store.EventRow;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** boards.md "The ledger" once more, pair by pair over all events: what the store must agree with. */
final class LedgerModel {
    static final String COSTS = """
            SELECT uuid::VARCHAR, source, provenance, cost_usd, round_id, run_id, project, client, agent, task_type, model,
              hides::VARCHAR FROM costs ORDER BY 1""";
    static final int COSTS_WIDTH = 12;

    static final String ROUND_MONEY = "SELECT round_id, cost_usd, unpriced FROM rounds ORDER BY 1";
    static final String RUN_MONEY = "SELECT run_id, cost_usd, unpriced FROM runs ORDER BY 1";
    static final int MONEY_WIDTH = 3;

    private static final Comparator<EventRow> BY_TIME = Comparator.comparing(EventRow::timestamp)
            .thenComparing(row -> row.uuid().toString());

    private record Candidate(EventRow call, EventRow request) {
        Duration distance() {
            return Duration.between(call.timestamp(), request.timestamp()).abs();
        }
    }

    private record Line(
            EventRow of,
            String source,
            @Nullable BigDecimal cost,
            @Nullable EventRow hidden,
            @Nullable String round) {}

    private final List<EventRow> events;
    private final Map<EventRow, EventRow> callOf = new HashMap<>();
    private final HashSet<EventRow> hidden = new HashSet<>();
    private final HashSet<String> knownRounds = new HashSet<>();
    private final List<Line> lines = new ArrayList<>();

    LedgerModel(List<EventRow> events) {
        this.events = events.stream().sorted(BY_TIME).toList();
        for (var event : events) {
            if (event.envelope().roundId() != null) {
                knownRounds.add(event.envelope().roundId());
            }
        }
        var candidates = new ArrayList<Candidate>();
        for (var call : this.events) {
            for (var request : this.events) {
                if (isCall(call) && request.event().equals("token_machine.request")) {
                    candidates.add(new Candidate(call, request));
                }
            }
        }
        pair(candidates.stream()
                .filter(c -> shared(id(c.call), id(c.request)))
                .sorted(Comparator.comparing(Candidate::request, BY_TIME)
                        .thenComparing(Candidate::distance)
                        .thenComparing(Candidate::call, BY_TIME)));
        pair(candidates.stream()
                .filter(c -> id(c.call) == null || id(c.request) == null)
                .filter(c -> shared(likeness(c.call), likeness(c.request)))
                .filter(c -> c.distance().compareTo(Duration.ofSeconds(120)) < 0)
                .sorted(Comparator.comparing(Candidate::distance)
                        .thenComparing(c -> c.call.timestamp())
                        .thenComparing(c -> c.request.timestamp())
                        .thenComparing(c -> c.call.uuid().toString())
                        .thenComparing(c -> c.request.uuid().toString())));
        write();
    }

    private void pair(Stream<Candidate> inOrder) {
        inOrder.forEach(one -> {
            if (!callOf.containsKey(one.request) && !hidden.contains(one.call)) {
                callOf.put(one.request, one.call);
                hidden.add(one.call);
            }
        });
    }

    private void write() {
        for (var event : events) {
            if (event.event().equals("token_machine.request")) {
                var call = callOf.get(event);
                var round = event.envelope().roundId() != null || call == null
                        ? event.envelope().roundId()
                        : round(call);
                lines.add(new Line(event, "token_machine", number(event, "cost_usd"), call, round));
            } else if (isCall(event) && !hidden.contains(event)) {
                lines.add(new Line(event, "generation", number(event, "$ai_total_cost_usd"), null, round(event)));
            }
        }
        for (var round : knownRounds) {
            if (lines.stream().noneMatch(line -> round.equals(line.round) && line.cost != null)) {
                state(round);
            }
        }
    }

    private void state(String round) {
        var stated = events.stream()
                .filter(e -> round.equals(e.envelope().roundId()) && number(e, "cost_usd") != null)
                .toList();
        var verdict = stated.stream()
                .filter(e -> e.event().equals("round_kept") || e.event().equals("round_reverted"))
                .max(Comparator.comparing(EventRow::timestamp)
                        .thenComparing(EventRow::event)
                        .thenComparing(e -> e.uuid().toString()));
        if (verdict.isPresent()) {
            lines.add(new Line(verdict.get(), "round", number(verdict.get(), "cost_usd"), null, round));
        } else {
            stated.stream()
                    .filter(e -> e.event().equals("proposal_generated"))
                    .forEach(e -> lines.add(new Line(e, "proposal", number(e, "cost_usd"), null, round)));
        }
    }

    /** The rows of {@link #COSTS}. */
    List<List<@Nullable Object>> costs() {
        return lines.stream()
                .sorted(Comparator.comparing(line -> line.of.uuid().toString()))
                .map(line -> {
                    var one = line.of.envelope();
                    var other = line.hidden == null ? one : line.hidden.envelope();
                    return Arrays.<@Nullable Object>asList(
                            line.of.uuid().toString(),
                            line.source,
                            line.cost == null ? "unknown" : "reported",
                            line.cost == null ? null : line.cost.doubleValue(),
                            line.round,
                            either(one.runId(), other.runId()),
                            either(one.project(), other.project()),
                            either(one.client(), other.client()),
                            either(one.agent(), other.agent()),
                            either(
                                    text(line.of, "task_type"),
                                    line.hidden == null ? null : text(line.hidden, "task_type")),
                            either(model(line.of), line.hidden == null ? null : model(line.hidden)),
                            line.hidden == null ? null : line.hidden.uuid().toString());
                })
                .toList();
    }

    /** The rows of {@link #ROUND_MONEY}. */
    List<List<@Nullable Object>> roundMoney() {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var round : knownRounds.stream().sorted().toList()) {
            rows.add(money(
                    round,
                    lines.stream().filter(line -> round.equals(line.round)).toList()));
        }
        return rows;
    }

    /** The rows of {@link #RUN_MONEY}. @param runOf the run of a round */
    List<List<@Nullable Object>> runMoney(Map<String, String> runOf) {
        var byRun = new TreeMap<String, List<Line>>();
        for (var event : events) {
            if (event.envelope().runId() != null) {
                byRun.put(event.envelope().runId(), new ArrayList<>());
            }
        }
        for (var line : lines) {
            var own = either(
                    line.of.envelope().runId(),
                    line.hidden == null ? null : line.hidden.envelope().runId());
            var run = line.round == null ? own : runOf.get(line.round);
            if (run != null) {
                Objects.requireNonNull(byRun.get(run)).add(line);
            }
        }
        var rows = new ArrayList<List<@Nullable Object>>();
        byRun.forEach((run, own) -> rows.add(money(run, own)));
        return rows;
    }

    private static List<@Nullable Object> money(String id, List<Line> lines) {
        var sum = lines.stream().map(Line::cost).filter(Objects::nonNull).reduce(BigDecimal::add);
        long unpriced = lines.stream().filter(line -> line.cost == null).count();
        return Arrays.asList(id, sum.map(BigDecimal::doubleValue).orElse(null), unpriced);
    }

    private @Nullable String round(EventRow call) {
        var trace = text(call, "$ai_trace_id");
        return call.envelope().roundId() != null
                ? call.envelope().roundId()
                : trace != null && knownRounds.contains(trace) ? trace : null;
    }

    private static boolean isCall(EventRow row) {
        return row.event().equals("$ai_generation") || row.event().equals("$ai_embedding");
    }

    private static @Nullable String id(EventRow row) {
        return text(row, "request_id");
    }

    private static @Nullable List<Object> likeness(EventRow row) {
        var in = number(row, isCall(row) ? "$ai_input_tokens" : "input_tokens");
        var out = number(row, isCall(row) ? "$ai_output_tokens" : "output_tokens");
        var model = model(row);
        var task = text(row, "task_type");
        return in == null || out == null || model == null || task == null
                ? null
                : List.of(String.valueOf(either(text(row, "user_id"), row.distinctId())), task, model, in, out);
    }

    private static @Nullable String model(EventRow row) {
        return either(either(text(row, "model_used"), text(row, "model")), text(row, "$ai_model"));
    }

    private static boolean shared(@Nullable Object one, @Nullable Object other) {
        return one != null && one.equals(other);
    }

    private static @Nullable String either(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }

    private static @Nullable BigDecimal number(EventRow row, String name) {
        var text = text(row, name);
        try {
            return text == null ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable String text(EventRow row, String name) {
        var value = row.properties().get(name);
        return value == null || value.isNull() ? null : value.asString();
    }
}
