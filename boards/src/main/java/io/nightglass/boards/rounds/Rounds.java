package io.nightglass.boards.rounds;

import io.nightglass.boards.Asker;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rounds behind every number. Safe to share; every method blocks for a query or two. */
public record Rounds(Asker asker) {
    private static final int MOST = 50_000;

    /** Every round the filter lets through, by time, at most 50,000. */
    public List<Round> all(RoundFilter filter) {
        var hogql = "SELECT %s FROM rounds WHERE %s ORDER BY coalesce(started_at, first_at), round_id LIMIT %d"
                .formatted(Round.COLUMNS, filter.where(), MOST);
        return asker.rows(hogql, filter.values()).stream().map(Round::of).toList();
    }

    /** @param number the page, from 1 */
    public RoundPage page(RoundFilter filter, RoundSort sort, int number, int size) {
        long total = count(filter);
        var hogql = "SELECT %s FROM rounds WHERE %s ORDER BY %s LIMIT %d OFFSET %d"
                .formatted(Round.COLUMNS, filter.where(), sort.hogql(), size, (long) (number - 1) * size);
        var rounds = asker.rows(hogql, filter.values()).stream().map(Round::of).toList();
        return new RoundPage(rounds, total, number, size);
    }

    public long count(RoundFilter filter) {
        var hogql = "SELECT count() AS n FROM rounds WHERE " + filter.where();
        return asker.ask(hogql, filter.values()).longAt(0, 0);
    }

    /** When the latest round began; null when there is none. */
    public @Nullable Instant latest() {
        var rows = asker.rows(
                "SELECT max(coalesce(started_at, first_at)) AS last FROM rounds HAVING count() > 0", Map.of());
        return rows.isEmpty() ? null : rows.getFirst().moment("last");
    }

    public Optional<Round> named(String id) {
        var hogql = "SELECT %s FROM rounds WHERE round_id = {id}".formatted(Round.COLUMNS);
        return asker.rows(hogql, Map.of("id", id)).stream().map(Round::of).findFirst();
    }

    /** Distinct values of {@code project} and {@code client}, for the filters. */
    public Choices choices() {
        var projects = asker.rows(
                "SELECT DISTINCT project AS v FROM rounds WHERE project IS NOT NULL ORDER BY v LIMIT 500", Map.of());
        var clients = asker.rows(
                "SELECT DISTINCT client AS v FROM rounds WHERE client IS NOT NULL ORDER BY v LIMIT 500", Map.of());
        return new Choices(
                projects.stream().map(row -> row.requiredText("v")).toList(),
                clients.stream().map(row -> row.requiredText("v")).toList());
    }

    /** What a filter can be set to. */
    public record Choices(List<String> projects, List<String> clients) {}
}
