package io.nightglass.server.page.draw;

import io.nightglass.server.page.Filters;
import io.nightglass.server.page.Links;
import io.nightglass.store.MetadataStore.Annotation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Annotations over a time axis, and the one that was clicked.
 *
 * @param open null when none was
 */
public record Notes(List<Mark> marks, @Nullable Turn open) {
    public static final Notes NONE = new Notes(List.of(), null);

    /** The width labels are laid out for; on a narrow page they are numbers only. */
    private static final double WIDE = 1240;

    private static final double LETTER = 5.8;
    private static final int LONGEST = 34;

    /**
     * @param index the day or week it stands in
     * @param lane of its label: 0 or 1; -1 when there is no room, the list below has it
     */
    public record Mark(
            int number, String x, int index, int lane, String anchor, String label, Annotation note, Links link) {}

    /** @param days how many days a column of the axis is */
    public static Notes of(
            List<Annotation> annotations,
            Filters filters,
            ZoneId zone,
            LocalDate first,
            int columns,
            int days,
            Links here) {
        var marks = new ArrayList<Mark>();
        double[] free = {-1, -1};
        for (var note : annotations) {
            double at = Duration.between(first.atStartOfDay(), local(note.at(), zone, filters.byDay() || days > 1))
                            .toMillis()
                    / (86_400_000.0 * days);
            if (at < 0 || at >= columns) {
                continue;
            }
            int number = marks.size() + 1;
            var text = number + " "
                    + (note.content().length() > LONGEST
                            ? note.content().substring(0, LONGEST - 1) + "…"
                            : note.content());
            double x = Days.LEFT + Days.WIDTH * at / columns;
            double wide = text.length() * LETTER / WIDE * 100 + 1;
            boolean left = x + wide > 100;
            double begin = left ? x - wide : x;
            int lane = begin > free[0] ? 0 : begin > free[1] ? 1 : -1;
            if (lane >= 0) {
                free[lane] = left ? x : x + wide;
            }
            marks.add(new Mark(
                    number,
                    Days.percent(x),
                    (int) at,
                    lane,
                    left ? "end" : "start",
                    text,
                    note,
                    here.with("note", note.id())));
        }
        return new Notes(marks, null);
    }

    /** The same with what the clicked one changed. */
    public Notes opened(@Nullable Turn turn) {
        return new Notes(marks, turn);
    }

    /** The day or night a moment belongs to. */
    public static LocalDate day(Instant moment, ZoneId zone, boolean byDay) {
        return local(moment, zone, byDay).toLocalDate();
    }

    private static LocalDateTime local(Instant moment, ZoneId zone, boolean byDay) {
        return moment.atZone(zone).toLocalDateTime().minusHours(byDay ? 0 : 12);
    }

    /** The annotations of one column, to mark a table's head. */
    public List<Mark> in(int index) {
        return marks.stream().filter(mark -> mark.index == index).toList();
    }
}
