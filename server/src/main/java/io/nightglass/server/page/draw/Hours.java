package io.nightglass.server.page.draw;

import io.nightglass.boards.BoardAnswer;
import io.nightglass.server.page.Links;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Wrong models and the reverts of their hour, with both moments on the hour's clock. */
public record Hours(List<Pair> pairs) {

    /**
     * @param anomalyX percent of the hour
     * @param apart time from the anomaly to the revert, negative when it came first
     * @param round null when the revert names none
     */
    public record Pair(
            Instant anomaly,
            Instant revert,
            String anomalyX,
            String revertX,
            Duration apart,
            @Nullable String user,
            @Nullable String task,
            @Nullable String recommendation,
            @Nullable String round,
            @Nullable String failure) {
        public boolean isAfter() {
            return !apart.isNegative();
        }

        public @Nullable Links link() {
            return round == null ? null : Links.toRound(round);
        }
    }

    public static Hours of(BoardAnswer answer) {
        return new Hours(answer.rows().stream().map(Hours::pair).toList());
    }

    private static Pair pair(List<@Nullable Object> row) {
        var anomaly = moment(row.get(0));
        var revert = moment(row.get(6));
        return new Pair(
                anomaly,
                revert,
                x(anomaly),
                x(revert),
                Duration.between(anomaly, revert),
                Cells.text(row.get(1)),
                Cells.text(row.get(2)),
                Cells.text(row.get(3)),
                Cells.text(row.get(4)),
                Cells.text(row.get(5)));
    }

    private static Instant moment(@Nullable Object cell) {
        return cell instanceof Instant moment ? moment : Instant.parse(String.valueOf(cell));
    }

    private static String x(Instant moment) {
        var hour = moment.truncatedTo(ChronoUnit.HOURS);
        return Days.percent(2 + 96.0 * Duration.between(hour, moment).toMillis() / 3_600_000);
    }
}
