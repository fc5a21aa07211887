package io.nightglass.boards.insight;

import java.time.ZonedDateTime;
import java.util.Map;

/**
 * What a RetentionQuery says.
 *
 * @param range of all intervals, the last one included
 * @param intervals how many are shown of each beginning, the first included
 * @param given whether it was said from when, so that there may be more beginnings than intervals
 * @param firstTime whether only the first such event ever is a beginning
 * @param cumulative whether coming later counts as coming
 * @param occurrences how many events make a return
 * @param label of an interval
 */
record RetentionOptions(
        Retention.Entity target,
        Retention.Entity returning,
        DateRange range,
        int intervals,
        boolean given,
        boolean firstTime,
        boolean cumulative,
        int occurrences,
        String label) {
    private static final int INTERVALS = 7;
    private static final int MOST = 400;
    private static final Map<String, Interval> PERIODS =
            Map.of("Hour", Interval.HOUR, "Day", Interval.DAY, "Week", Interval.WEEK, "Month", Interval.MONTH);

    static RetentionOptions of(Asking asking) {
        var query = asking.query();
        var filter = query.objectOrEmpty("retentionFilter");
        var period = filter.text("period", "Day");
        var interval = filter.choice("period", "Day", PERIODS);
        int intervals = filter.whole("totalIntervals", INTERVALS, 1, MOST);
        var firstTime = filter.choice(
                "retentionType",
                "retention_recurring",
                Map.of("retention_recurring", false, "retention_first_time", true));
        filter.choice("timeWindowMode", "strict_calendar_dates", Map.of("strict_calendar_dates", true));
        filter.choice("aggregationType", "count", Map.of("count", true));
        filter.refuse("retentionCustomBrackets", "is not supported; take another period");
        query.refuse("breakdownFilter", "is not supported for retention; filter by properties");
        boolean cumulative = filter.truth("cumulative");
        int occurrences = filter.whole("minimumOccurrences", 1, 1, 1_000_000);
        var target = new Retention.Entity(filter.objectOrEmpty("targetEntity"));
        var returning = new Retention.Entity(filter.objectOrEmpty("returningEntity"));
        filter.passing(
                "meanRetentionCalculation",
                "retentionReference",
                "dashboardDisplay",
                "display",
                "showTrendLines",
                "selectedInterval",
                "goalLines",
                "showLegend");
        filter.end();
        var range = range(query, interval, intervals, asking.now());
        return new RetentionOptions(
                target,
                returning,
                range,
                intervals,
                query.objectOrEmpty("dateRange").has("date_from"),
                firstTime,
                cumulative,
                occurrences,
                interval == Interval.DAY
                        ? "Day"
                        : period.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                                + period.substring(1).toLowerCase(java.util.Locale.ROOT));
    }

    /** So many intervals up to the one that {@code date_to} lies in, or from the one that {@code date_from} lies in. */
    private static DateRange range(Fields query, Interval interval, int intervals, ZonedDateTime now) {
        var dates = query.objectOrEmpty("dateRange");
        dates.refuse("explicitDate", "is not supported for retention; whole intervals are taken");
        var to = dates.text("date_to");
        var from = dates.text("date_from");
        dates.end();
        var last = interval.start(
                to == null
                        ? now
                        : RelativeDate.parse(to, now, dates.at("date_to")).time());
        var first = from == null
                ? interval.further(last, 1L - intervals)
                : interval.start(
                        RelativeDate.parse(from, now, dates.at("date_from")).time());
        if (first.isAfter(last)) {
            throw dates.bad("date_from", "is after date_to; exchange them");
        }
        var end = interval.further(last, 1).minusNanos(1_000);
        if (Axis.of(first, end, interval).size() > MOST) {
            throw dates.bad("date_from", "makes more than %d intervals; take a longer period".formatted(MOST));
        }
        return new DateRange(first, end, interval, false);
    }

    int cohorts(int points) {
        return given ? points : Math.min(points, intervals);
    }
}
