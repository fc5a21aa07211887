package io.nightglass.boards.insight;

import io.nightglass.hogql.Scope;
import io.nightglass.hogql.tree.Expr;
import io.nightglass.hogql.tree.Query;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An InsightActorsQuery or FunnelsActorsQuery: who is behind one number of an insight. */
final class Actors {
    static final String ID = "actor_id";
    /** How many events of the number are theirs, where it counts events. */
    static final String COUNT = "event_count";

    private Actors() {}

    /** What picks the persons of one kind of insight. */
    private interface Picked {
        Query.Select of(Asking insight, Fields how);
    }

    private static final Map<String, Picked> INSIGHTS = Map.of(
            "TrendsQuery", Trends::actors,
            "FunnelsQuery", Funnels::actors,
            "RetentionQuery", Retention::actors,
            "StickinessQuery", Stickiness::actors,
            "LifecycleQuery", Lifecycle::actors);

    /** A row per person: {@link #ID} and, of trends, {@link #COUNT}. */
    static Query.Select of(Fields how, Scope scope) {
        how.passing("modifiers", "response", "tags", "version", "includeRecordings");
        how.choice("kind", "", Map.of("InsightActorsQuery", true, "FunnelsActorsQuery", true));
        var source = how.object("source");
        if (source == null) {
            throw how.bad("source", "is wanted: the insight whose persons are meant");
        }
        how.refuse("compare", "is not supported; shift the dateRange of the insight");
        how.refuse("funnelStepBreakdown", "is not supported; filter the steps by a property");
        var picked = source.choice("kind", "", INSIGHTS).of(Asking.of(source, scope), how);
        how.end();
        source.end();
        return picked;
    }

    static boolean isCounted(Query.Select actors) {
        return actors.columns().stream().anyMatch(column -> COUNT.equals(column.alias()));
    }

    /** The persons of a selection that has them as {@code actor}. */
    static Query.Select distinct(Selection selection) {
        return Selection.from(selection.tree())
                .distinct()
                .column(ID, Trees.name("actor"))
                .tree();
    }

    /** The start of the point that {@code day} names; null when it was not said. */
    static @Nullable ZonedDateTime day(Fields how, Interval interval, ZonedDateTime now) {
        var day = how.text("day");
        return day == null
                ? null
                : interval.start(RelativeDate.parse(day.replace(' ', 'T'), now, how.at("day"))
                        .time());
    }

    static ZonedDateTime wantedDay(Fields how, Interval interval, ZonedDateTime now) {
        var day = day(how, interval, now);
        if (day == null) {
            throw how.bad("day", "is wanted: a point of the insight, 2026-03-30");
        }
        return day;
    }

    /** The part of {@code range} that lies in the point at {@code start}, and so many days before it. */
    static List<Expr> within(DateRange range, @Nullable ZonedDateTime start, int daysBefore) {
        if (start == null) {
            return range.conditions();
        }
        var from = range.from() != null && range.from().isAfter(start) && daysBefore == 0 ? range.from() : start;
        var end = range.interval().further(start, 1).minusNanos(1_000);
        var to = end.isAfter(range.to()) ? range.to() : end;
        return new DateRange(from.minusDays(daysBefore), to, range.interval(), false).conditions();
    }
}
