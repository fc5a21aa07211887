package io.nightglass.boards.health;

import io.nightglass.boards.Asker;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Asks the store how ingestion is. Blocks for four queries. */
public record HealthReader(Asker asker) {

    public Health read() {
        var total = asker.rows(
                        "SELECT count() AS n, countIf(created_at >= {since}) AS day, max(created_at) AS last FROM events",
                        Map.of("since", asker.clock().instant().minus(Duration.ofDays(1))))
                .getFirst();
        long events = total.count("n");
        return new Health(
                events, total.count("day"), events == 0 ? null : total.moment("last"), oddities(), senders(), names());
    }

    private List<Health.Oddity> oddities() {
        return asker.rows("""
                        SELECT kind, event, property, count() AS n, argMax(detail, timestamp) AS example, max(timestamp) AS last
                        FROM ingestion_warnings GROUP BY kind, event, property ORDER BY n DESC, kind, event, property LIMIT 200""", Map.of()).stream()
                .map(row -> new Health.Oddity(
                        row.requiredText("kind"),
                        row.requiredText("event"),
                        row.text("property"),
                        row.count("n"),
                        row.requiredText("example"),
                        row.requiredMoment("last")))
                .toList();
    }

    private List<Health.Sender> senders() {
        return asker.rows("""
                        SELECT any(project) AS project, any(agent) AS agent, distinct_id, count() AS n, max(timestamp) AS last
                        FROM events GROUP BY distinct_id ORDER BY last DESC, distinct_id LIMIT 100""", Map.of()).stream()
                .map(row -> new Health.Sender(
                        row.text("project"),
                        row.text("agent"),
                        row.requiredText("distinct_id"),
                        row.count("n"),
                        row.requiredMoment("last")))
                .toList();
    }

    private List<Health.Kept> names() {
        return asker
                .rows(
                        "SELECT event, count() AS n, max(timestamp) AS last FROM events GROUP BY event ORDER BY n DESC, event LIMIT 100",
                        Map.of())
                .stream()
                .map(row -> new Health.Kept(row.requiredText("event"), row.count("n"), row.requiredMoment("last")))
                .toList();
    }
}
