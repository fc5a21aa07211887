package io.nightglass.server.page.draw;

import io.nightglass.boards.BoardAnswer;
import io.nightglass.server.page.Filters;
import io.nightglass.server.page.Links;
import io.nightglass.server.page.format.Times;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The days (or nights) along the bottom of a drawing, each as wide as the others, in percent of its width.
 *
 * @param all in order, without gaps, at least one
 */
public record Days(Filters filters, List<LocalDate> all) {
    private static final int MOST = 400;
    private static final int LEAST = 14;
    private static final int LABELS = 5;

    /** Left of it stand the numbers of the axis. */
    static final double LEFT = 5;

    static final double WIDTH = 94;

    /** @param x percent; @param anchor how its text stands to it */
    public record Label(String x, String anchor, String text) {}

    /**
     * From the day of the first row (two weeks at least, so that a mark is no slab; days before all data are no days without
     * a run) to the last day asked for, or today when that is still to come: at most 400.
     */
    public static Days of(Filters filters, BoardAnswer answer) {
        var query = filters.query();
        var today = filters.today();
        var last = query.to().isAfter(today) && !query.from().isAfter(today) ? today : query.to();
        var first = query.from();
        if (!answer.rows().isEmpty()) {
            var row = Cells.day(answer.rows().getFirst().getFirst());
            var late = Cells.day(answer.rows().getLast().getFirst()); // a clock may run ahead
            last = late.isAfter(last) ? late : last;
            var least = last.minusDays(LEAST - 1L);
            var begun = row.isBefore(least) ? row : least;
            first = begun.isAfter(first) ? begun : first;
        }
        if (ChronoUnit.DAYS.between(first, last) >= MOST) {
            first = last.minusDays(MOST - 1L);
        }
        return new Days(filters, first.datesUntil(last.plusDays(1)).toList());
    }

    /** Place among them; -1 when it is before the first. */
    public int index(LocalDate day) {
        long at = ChronoUnit.DAYS.between(all.getFirst(), day);
        return at < 0 || at >= all.size() ? -1 : (int) at;
    }

    public String word() {
        return filters.byDay() ? "day" : "night";
    }

    String left(int index) {
        return percent(LEFT + WIDTH * index / all.size());
    }

    String center(double index) {
        return percent(LEFT + WIDTH * (index + 0.5) / all.size());
    }

    String width() {
        return percent(WIDTH / all.size());
    }

    /** Where a bar of {@code share} of a day's width begins, and how wide it is. */
    String barLeft(int index, double share) {
        return percent(LEFT + WIDTH * (index + (1 - share) / 2) / all.size());
    }

    String barWidth(double share) {
        return percent(WIDTH / all.size() * share);
    }

    public List<Label> labels() {
        var labels = new ArrayList<Label>();
        int step = Math.max(1, (int) Math.ceil((all.size() - 1) / (double) (LABELS - 1)));
        for (int i = all.size() - 1; i >= 0; i -= step) {
            labels.addFirst(new Label(center(i), i == all.size() - 1 ? "end" : "middle", Times.shortDay(all.get(i))));
        }
        return labels;
    }

    /** The filters of one day or night at {@code path}, project and client kept. */
    public Links at(String path, LocalDate day) {
        var query = filters.query();
        return Links.to(path)
                .with("from", day)
                .with("to", day)
                .with("project", query.project())
                .with("client", query.client());
    }

    /** The rounds of one day or night by {@code clock}: the list's own filter for a night is another. */
    Links rounds(LocalDate day, String clock) {
        var link = at("/rounds", day).with("by", clock);
        return filters.byDay() ? link : link.with("from", null).with("to", null).with("night", day);
    }

    /** What a mark of {@code day} counts. */
    Links behind(String board, String what, LocalDate day) {
        return at("/boards/" + board + "/behind", day)
                .with("what", what)
                .with("bucket", filters.byDay() ? null : "night");
    }

    static String percent(double x) {
        return String.format(Locale.ROOT, "%.3f%%", x);
    }

    static @Nullable String keyed(@Nullable String value) {
        return value == null ? "-" : value;
    }
}
