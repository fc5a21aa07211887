package io.nightglass.boards;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which rounds a board is about.
 *
 * @param from first day, in the pane's zone
 * @param to last day, inclusive; not before {@code from}
 * @param project null for all, events of no project included
 * @param client null for all
 */
public record BoardQuery(
        LocalDate from,
        LocalDate to,
        @Nullable String project,
        @Nullable String client) {
    private static final int DAYS = 30;

    public BoardQuery {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("from %s is after to %s; exchange them".formatted(from, to));
        }
    }

    /** The last 30 days up to {@code today}, everything in them. */
    public static BoardQuery lastDays(LocalDate today) {
        return new BoardQuery(today.minusDays(DAYS - 1L), today, null, null);
    }

    /** The same days of another project; null for all. */
    public BoardQuery of(@Nullable String other) {
        return new BoardQuery(from, to, other, client);
    }

    /** The same rounds of other days. */
    public BoardQuery between(LocalDate first, LocalDate last) {
        return new BoardQuery(first, last, project, client);
    }
}
