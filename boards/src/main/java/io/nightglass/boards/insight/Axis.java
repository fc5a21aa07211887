package io.nightglass.boards.insight;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/** The points of a time axis, in order, none left out. */
final class Axis {
    private final Interval interval;
    private final List<ZonedDateTime> starts;
    private final Map<Object, Integer> places = new HashMap<>();

    private Axis(Interval interval, List<ZonedDateTime> starts) {
        this.interval = interval;
        this.starts = starts;
        for (int i = 0; i < starts.size(); i++) {
            places.put(interval.key(starts.get(i)), i);
        }
    }

    /** @throws BadFieldException when there would be too many points to answer */
    static Axis of(ZonedDateTime from, ZonedDateTime to, Interval interval) {
        var starts = new ArrayList<ZonedDateTime>();
        for (var start = interval.start(from); !start.isAfter(to); start = interval.further(start, 1)) {
            if (starts.size() == DateRange.MOST_POINTS) {
                throw new BadFieldException(
                        "interval",
                        "'%s' makes more than %d points of this dateRange; take a longer interval"
                                .formatted(interval.wire(), DateRange.MOST_POINTS));
            }
            starts.add(start);
        }
        return new Axis(interval, starts);
    }

    int size() {
        return starts.size();
    }

    /** Where the point that the store calls {@code key} stands; -1 when it is none of them. */
    int place(@Nullable Object key) {
        return key == null ? -1 : places.getOrDefault(key, -1);
    }

    ZonedDateTime start(int place) {
        return starts.get(place);
    }

    void days(ArrayNode into) {
        starts.forEach(start -> into.add(interval.day(start)));
    }

    void labels(ArrayNode into) {
        starts.forEach(start -> into.add(interval.label(start)));
    }
}
