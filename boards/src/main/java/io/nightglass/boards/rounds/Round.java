package io.nightglass.boards.rounds;

import io.nightglass.boards.Row;
import io.nightglass.boards.Spent;
import io.nightglass.catalog.Direction;
import io.nightglass.catalog.Verdict;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A round, as its events say so far.
 *
 * @param who where it belongs
 * @param times when it reached its steps
 * @param outcome how it ended
 * @param spent what it cost, as the ledger knows it
 * @param events how many events it has, model calls of its trace included
 * @param sample made by the simulator
 */
public record Round(String id, Who who, Times times, Outcome outcome, Spent spent, long events, boolean sample) {
    static final String COLUMNS = """
            round_id, run_id, project, client, agent, git_sha, started_at, generated_at, applied_at, scored_at, kept_at,
            decided_at, first_at, last_at, verdict, score, direction, metric, baseline_score, delta, failure_mode,
            description, model, events, sample, escalations, generations, tokens, cost_usd, unpriced, diff_lines
            """;

    public record Who(
            @Nullable String run,
            @Nullable String project,
            @Nullable String client,
            @Nullable String agent,
            @Nullable String gitSha) {}

    /** @param first its earliest event, whatever it is */
    public record Times(
            @Nullable Instant started,
            @Nullable Instant generated,
            @Nullable Instant applied,
            @Nullable Instant scored,
            @Nullable Instant kept,
            @Nullable Instant decided,
            Instant first,
            Instant last) {}

    /** @param delta positive is better, whatever the direction */
    public record Outcome(
            Verdict verdict,
            @Nullable Double score,
            Direction direction,
            @Nullable String metric,
            @Nullable Double baseline,
            @Nullable Double delta,
            @Nullable String failureMode,
            @Nullable String description,
            @Nullable Long diffLines) {}

    /** When it began: its round_started, else its first event. A night or day owns it by this moment. */
    public Instant at() {
        return times.started() == null ? times.first() : times.started();
    }

    public Verdict verdict() {
        return outcome.verdict();
    }

    public @Nullable Double score() {
        return outcome.score();
    }

    static Round of(Row row) {
        return new Round(
                row.requiredText("round_id"),
                who(row),
                times(row),
                outcome(row),
                Spent.of(row.number("cost_usd"), row.count("unpriced")),
                row.count("events"),
                row.truth("sample"));
    }

    private static Who who(Row row) {
        return new Who(
                row.text("run_id"), row.text("project"), row.text("client"), row.text("agent"), row.text("git_sha"));
    }

    private static Times times(Row row) {
        return new Times(
                row.moment("started_at"),
                row.moment("generated_at"),
                row.moment("applied_at"),
                row.moment("scored_at"),
                row.moment("kept_at"),
                row.moment("decided_at"),
                row.requiredMoment("first_at"),
                row.requiredMoment("last_at"));
    }

    private static Outcome outcome(Row row) {
        return new Outcome(
                Verdict.valueOf(row.requiredText("verdict").toUpperCase(Locale.ROOT)),
                row.number("score"),
                "minimize".equals(row.text("direction")) ? Direction.MINIMIZE : Direction.MAXIMIZE,
                row.text("metric"),
                row.number("baseline_score"),
                row.number("delta"),
                row.text("failure_mode"),
                row.text("description"),
                row.number("diff_lines") == null ? null : row.count("diff_lines"));
    }
}
