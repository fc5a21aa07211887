package io.nightglass.store.duckdb.sql;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayDeque;

/**
 * The pane's clock: its zone, and the years around the question, in which the offsets of any zone are spelled out. The
 * engine's own conversion takes 25 times as long as adding an offset, and most events are of these years.
 */
record Clock(ZoneId zone, Instant now) {
    private static final int YEARS_BACK = 2;

    /** What a clock of {@code zone} shows at the stored moment {@code column}. */
    String shown(String column, ZoneId zone) {
        int year = now.atOffset(ZoneOffset.UTC).getYear();
        var from = january(year - YEARS_BACK);
        var to = january(year + 1);
        var sql = new StringBuilder("CASE WHEN %s < %s OR %s >= %s THEN %s"
                .formatted(column, Quote.constant(from), column, Quote.constant(to), converted(column, zone)));
        changes(zone, from, to)
                .forEach(change -> sql.append(" WHEN %s >= %s THEN %s"
                        .formatted(
                                column, Quote.constant(change.getInstant()), moved(column, change.getOffsetAfter()))));
        return sql.append(" ELSE %s END".formatted(moved(column, zone.getRules().getOffset(from))))
                .toString();
    }

    /** The same by the engine, for any moment. */
    static String converted(String moment, ZoneId zone) {
        return "timezone(%s, timezone('UTC', %s))".formatted(Quote.text(zone.getId()), moment);
    }

    /**
     * The moment at which a clock of {@code zone} shows {@code local}: the first where it shows that twice, and counted back
     * from the later time where it skips it.
     */
    String meant(String local, ZoneId zone) {
        int year = now.atOffset(ZoneOffset.UTC).getYear();
        var from = january(year - YEARS_BACK);
        var to = january(year + 1);
        var sql = new StringBuilder("CASE WHEN v < %s OR v >= %s THEN timezone('UTC', timezone(%s, v))"
                .formatted(Quote.constant(from), Quote.constant(to), Quote.text(zone.getId())));
        changes(zone, from, to)
                .forEach(change -> sql.append(" WHEN v >= %s THEN %s"
                        .formatted(
                                Quote.constant(change.getDateTimeBefore().toInstant(ZoneOffset.UTC)),
                                back("v", change.getOffsetAfter()))));
        // in a lambda, so that what the clock shows is computed and written once
        return "list_transform([%s], lambda v: %s ELSE %s END)[1]"
                .formatted(local, sql, back("v", zone.getRules().getOffset(from)));
    }

    /** When the clock was put forward or back, the last time first. */
    private static ArrayDeque<ZoneOffsetTransition> changes(ZoneId zone, Instant from, Instant to) {
        var changes = new ArrayDeque<ZoneOffsetTransition>();
        var next = zone.getRules().nextTransition(from);
        while (next != null && next.getInstant().isBefore(to)) {
            changes.push(next);
            next = zone.getRules().nextTransition(next.getInstant());
        }
        return changes;
    }

    private static String back(String local, ZoneOffset offset) {
        return "%s - INTERVAL (%d) SECOND".formatted(local, offset.getTotalSeconds());
    }

    private static String moved(String column, ZoneOffset offset) {
        return "%s + INTERVAL (%d) SECOND".formatted(column, offset.getTotalSeconds());
    }

    private static Instant january(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Whether hours begin when they begin in UTC, now and in all the years that are spelled out. */
    static boolean hasWholeHours(ZoneId zone) {
        long hour = ChronoUnit.HOURS.getDuration().toSeconds();
        var rules = zone.getRules();
        return rules.getTransitions().stream()
                        .filter(change -> change.getInstant().isAfter(january(1990)))
                        .allMatch(change -> change.getOffsetAfter().getTotalSeconds() % hour == 0
                                && change.getOffsetBefore().getTotalSeconds() % hour == 0)
                && rules.getTransitionRules().stream()
                        .allMatch(rule -> rule.getOffsetAfter().getTotalSeconds() % hour == 0)
                && rules.getOffset(january(2000)).getTotalSeconds() % hour == 0;
    }
}
