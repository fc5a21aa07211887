package io.nightglass.boards.runs;

import io.nightglass.boards.Row;
import io.nightglass.boards.Spent;
import io.nightglass.catalog.Direction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A nightly run, as its events say so far.
 *
 * @param spent of its rounds, and beside them
 */
public record Run(
        String id,
        @Nullable String project,
        @Nullable String client,
        Times times,
        @Nullable String stopReason,
        Tally tally,
        Goal goal,
        Spent spent) {
    static final String COLUMNS = """
            run_id, project, client, started_at, last_at, ended_at, stop_reason, rounds, kept, reverted, crashed, open,
            best_score, direction, metric, git_sha, last_git_sha, cost_usd, unpriced, escalations, regressions
            """;

    /** @param ended its last stop_triggered; null when it reported none */
    public record Times(
            Instant started, Instant last, @Nullable Instant ended) {
        /** When it was over, as far as is known. */
        public Instant end() {
            return ended == null ? last : ended;
        }
    }

    /** How many of what. */
    public record Tally(
            long rounds, long kept, long reverted, long crashed, long open, long escalations, long regressions) {}

    /** What it was after. @param best null when nothing was scored */
    public record Goal(
            @Nullable Double best,
            Direction direction,
            @Nullable String metric,
            @Nullable String gitSha,
            @Nullable String lastGitSha) {}

    static Run of(Row row) {
        return new Run(
                row.requiredText("run_id"),
                row.text("project"),
                row.text("client"),
                new Times(row.requiredMoment("started_at"), row.requiredMoment("last_at"), row.moment("ended_at")),
                row.text("stop_reason"),
                new Tally(
                        row.count("rounds"),
                        row.count("kept"),
                        row.count("reverted"),
                        row.count("crashed"),
                        row.count("open"),
                        row.count("escalations"),
                        row.count("regressions")),
                new Goal(
                        row.number("best_score"),
                        "minimize".equals(row.text("direction")) ? Direction.MINIMIZE : Direction.MAXIMIZE,
                        row.text("metric"),
                        row.text("git_sha"),
                        row.text("last_git_sha")),
                Spent.of(row.number("cost_usd"), row.count("unpriced")));
    }
}
