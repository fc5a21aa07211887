package io.nightglass.boards.imports;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives every round of a log a moment: of the commit it names, else as the log says, else spread between those that are
 * known, else spread backwards from the last change of the file. Never in the future, and never before the row above it.
 */
public final class RoundTimes {
    /** A round of the original loop trains for five minutes. */
    static final Duration SPACING = Duration.ofMinutes(5);

    private static final Instant FIRST_PLAUSIBLE = Instant.parse("2005-01-01T00:00:00Z");

    private final Instant now;
    private final Instant changed;

    /**
     * @param now nothing was later
     * @param changed when the file was written last
     */
    public RoundTimes(Instant now, Instant changed) {
        this.now = now;
        this.changed = changed.isAfter(now) || changed.isBefore(FIRST_PLAUSIBLE) ? now : changed;
    }

    /**
     * One time per round, in the order of the log.
     *
     * @param commits what git knows of the commits the rows name
     * @param placed times of rounds, by index, that a pane already has
     */
    public List<RoundTime> of(ImportedLog log, CommitTimes commits, Map<Integer, Instant> placed) {
        var known = new ArrayList<@Nullable RoundTime>();
        for (int i = 0; i < log.rounds().size(); i++) {
            var row = log.rounds().get(i).row();
            var at = placed.get(i);
            known.add(at == null ? known(log, row, commits) : new RoundTime(at, RoundTime.Source.UNKNOWN));
        }
        return spread(known);
    }

    private @Nullable RoundTime known(ImportedLog log, Row row, CommitTimes commits) {
        var committed = commits.of(row.cell(log.columns().commit()));
        if (committed != null && isPlausible(committed.at())) {
            return committed;
        }
        var written = TimeText.parse(row.cell(log.columns().time()), ZoneId.systemDefault());
        return written != null && isPlausible(written) ? new RoundTime(written, RoundTime.Source.LOG) : null;
    }

    private boolean isPlausible(Instant at) {
        return !at.isAfter(now) && !at.isBefore(FIRST_PLAUSIBLE);
    }

    /** Fills the gaps; a known time that runs backwards is held at the one before it. */
    private List<RoundTime> spread(List<@Nullable RoundTime> known) {
        var times = new ArrayList<RoundTime>();
        int next = 0;
        for (int i = 0; i < known.size(); i++) {
            var before = times.isEmpty() ? null : times.getLast().at();
            var time = known.get(i);
            for (next = Math.max(next, i); next < known.size() && known.get(next) == null; ) {
                next++;
            }
            if (time == null) {
                var ahead = next < known.size() ? known.get(next) : null;
                times.add(new RoundTime(between(before, next - i, ahead), RoundTime.Source.UNKNOWN));
            } else {
                times.add(before != null && time.at().isBefore(before) ? new RoundTime(before, time.source()) : time);
            }
        }
        return List.copyOf(times);
    }

    /**
     * @param rows unknown ones up to {@code ahead}, or to the end of the log
     * @param ahead the next known time, or null
     */
    private Instant between(@Nullable Instant before, int rows, @Nullable RoundTime ahead) {
        if (before == null) {
            return ahead == null
                    ? changed.minus(SPACING.multipliedBy(rows - 1L))
                    : ahead.at().minus(SPACING.multipliedBy(rows));
        }
        var end = ahead == null ? last(before, rows) : ahead.at();
        if (!end.isAfter(before)) {
            return before;
        }
        return before.plus(Duration.between(before, end).dividedBy(ahead == null ? rows : rows + 1L));
    }

    /** Where the rows behind the last known one end. */
    private Instant last(Instant before, int rows) {
        var usual = before.plus(SPACING.multipliedBy(rows));
        var latest = changed.isAfter(before) ? changed : now;
        return usual.isAfter(latest) ? latest : usual;
    }
}
