package io.nightglass.boards.trace;

import io.nightglass.boards.Asker;
import io.nightglass.boards.Row;
import io.nightglass.catalog.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a round's trace. Safe to share; a call blocks for a question or two. */
public record TraceReader(Asker asker) {
    /** Events of one trace that are read; a round with more says how many it leaves out. */
    public static final int MOST = 100_000;

    /** Rows of one question: even full of long names they are fewer bytes than an answer may have. */
    private static final int PAGE = 6_000;

    /** What came without a round's id does not move the round's first and last moment; it is looked for this far off. */
    private static final Duration AROUND = Duration.ofDays(1);

    /** @return empty when no event names the round */
    public Optional<Trace> read(String round) {
        var rows = asker.rows(
                "SELECT verdict, cost_usd, first_at, last_at, events FROM rounds WHERE round_id = {id}",
                Map.of("id", round));
        return rows.isEmpty() ? Optional.empty() : Optional.of(trace(round, rows.getFirst()));
    }

    private Trace trace(String id, Row round) {
        var events = events(
                id,
                round.requiredMoment("first_at").minus(AROUND),
                round.requiredMoment("last_at").plus(AROUND));
        var nodes = Placing.place(id, events);
        return new Trace(
                id,
                Verdict.valueOf(round.requiredText("verdict").toUpperCase(Locale.ROOT)),
                round.number("cost_usd"),
                start(nodes),
                Nodes.all(nodes)
                        .mapToLong(node -> node.item().extent().end())
                        .max()
                        .orElse(0),
                events.size(),
                events.size() < MOST ? 0 : Math.max(0, round.count("events") - events.size()),
                nodes);
    }

    private List<TraceEvent> events(String id, Instant from, Instant to) {
        var events = new LinkedHashMap<UUID, TraceEvent>();
        for (int offset = 0; offset < MOST; offset += PAGE) {
            var values = Map.<String, @Nullable Object>of("id", id, "from", from, "to", to);
            var rows = asker.rows("%s LIMIT %d OFFSET %d".formatted(TraceRows.HOGQL, PAGE, offset), values);
            rows.stream().map(TraceRows::event).forEach(event -> events.putIfAbsent(event.uuid(), event));
            if (rows.size() < PAGE) {
                break;
            }
        }
        return new ArrayList<>(events.values());
    }

    /** Its first round_started, else whatever began first. */
    private static long start(List<Node> nodes) {
        var began = Nodes.all(nodes)
                .filter(node -> node.item().event().event().equals("round_started"))
                .mapToLong(node -> node.item().extent().start())
                .min();
        return began.isPresent()
                ? began.getAsLong()
                : Nodes.all(nodes)
                        .mapToLong(node -> node.item().extent().start())
                        .min()
                        .orElse(0);
    }
}
