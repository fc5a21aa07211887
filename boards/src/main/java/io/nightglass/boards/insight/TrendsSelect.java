package io.nightglass.boards.insight;

import io.nightglass.hogql.tree.Expr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One series over one range, as a tree: columns {@code day_start} (unless one value is wanted), {@code breakdown_1} and so
 * on, {@code total}.
 *
 * @param condition which events
 */
record TrendsSelect(Expr condition, Measure measure, Breakdown breakdown, Persons persons, Display display) {
    static final String POINT = "day_start";
    static final String TOTAL = "total";
    private static final String ACTOR = "actor";

    Selection over(DateRange range) {
        return switch (measure) {
            case Measure.Aggregate(var value) -> plain(range.conditions(), range.interval(), value);
            case Measure.Unique(var actor) ->
                display == Display.CUMULATIVE
                        ? firstSeen(range, actor)
                        : plain(range.conditions(), range.interval(), Trees.call("uniq", actor));
            case Measure.Active(var days) -> display == Display.TOTAL ? lastDays(range, days) : active(range, days);
            case Measure.PerPerson(var value) -> perPerson(range, value.apply(Trees.name("actions")));
        };
    }

    private Selection plain(List<Expr> when, Interval interval, Expr value) {
        var selection = events(when);
        point(selection, interval);
        breakdown.grouped(selection, shown(when, value));
        return selection.column(TOTAL, value);
    }

    /** Who was counted once is not counted again: the sums of the points are those seen up to each. */
    private Selection firstSeen(DateRange range, Expr actor) {
        var when = range.conditions();
        var inner = events(when).where(Trees.call("isNotNull", actor));
        inner.column(POINT, Trees.call("min", range.interval().point(Trees.name("timestamp"))));
        inner.column(ACTOR, actor).groupBy(ACTOR);
        breakdown.grouped(inner, shown(when, Trees.call("uniq", actor)));
        var outer = Selection.from(inner.tree()).column(POINT).groupBy(POINT);
        breakdown.again(outer);
        return outer.column(TOTAL, Trees.call("count"));
    }

    /** A person of one day counts on that day and the days after, as many as the window has. */
    private Selection active(DateRange range, int days) {
        var when = range.conditions(range.from() == null ? null : range.from().minusDays(days - 1L));
        var inner = events(when).distinct();
        inner.column("day", Interval.DAY.point(Trees.name("timestamp"))).column(ACTOR, Measure.PERSON);
        var shown = shown(range.conditions(), Trees.call("uniq", Measure.PERSON));
        for (int i = 0; i < shown.size(); i++) {
            inner.column(Breakdown.column(i), shown.get(i));
        }
        var offset = Trees.call("arrayJoin", Trees.call("range", Trees.literal((long) days)));
        var spread = Selection.from(inner.tree())
                .column(POINT, Interval.DAY.further(Trees.name("day"), offset))
                .column(ACTOR);
        for (var column : breakdown.columns()) {
            spread.column(column);
        }
        var outer = Selection.from(spread.tree()).column(POINT).groupBy(POINT);
        breakdown.again(outer);
        return outer.column(TOTAL, Trees.call("uniq", Trees.name(ACTOR)));
    }

    private Selection lastDays(DateRange range, int days) {
        var first = range.to()
                .toLocalDate()
                .minusDays(days - 1L)
                .atStartOfDay(range.to().getZone());
        return plain(range.conditions(first), range.interval(), Trees.call("uniq", Measure.PERSON));
    }

    private Selection perPerson(DateRange range, Expr value) {
        var when = range.conditions();
        var inner = events(when);
        point(inner, range.interval());
        inner.column(ACTOR, Measure.PERSON).groupBy(ACTOR);
        breakdown.grouped(inner, shown(when, Trees.call("count")));
        inner.column("actions", Trees.call("count"));
        var outer = Selection.from(inner.tree());
        if (display != Display.TOTAL) {
            outer.column(POINT).groupBy(POINT);
        }
        breakdown.again(outer);
        return outer.column(TOTAL, value);
    }

    private void point(Selection selection, Interval interval) {
        if (display != Display.TOTAL) {
            selection.column(POINT, interval.point(Trees.name("timestamp"))).groupBy(POINT);
        }
    }

    private List<Expr> shown(List<Expr> when, Expr rank) {
        return breakdown.isNone() ? List.of() : breakdown.shown(events(when), rank);
    }

    private Selection events(List<Expr> when) {
        var conditions = new ArrayList<>(when);
        conditions.add(condition);
        return Selection.from(persons.source()).where(Series.all(conditions));
    }

    /** The value of a row, which may be unknown or no number. */
    static double number(@Nullable Object cell) {
        double number = cell instanceof Number given ? given.doubleValue() : 0;
        return Double.isNaN(number) ? 0 : number;
    }
}
