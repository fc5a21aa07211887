package io.nightglass.server.page.format;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Moments and days in the pane's zone, which a page names once. */
public record Times(ZoneId zone) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ENGLISH);

    /** The zone as a person writes it: UTC, not Etc/UTC. */
    public String zoneName() {
        var id = zone.getId();
        return id.startsWith("Etc/") ? id.substring("Etc/".length()) : id;
    }

    /** {@code 05:41}; a dash for null. */
    public String clock(@Nullable Instant moment) {
        return moment == null ? "—" : CLOCK.format(moment.atZone(zone));
    }

    public String seconds(Instant moment) {
        return SECONDS.format(moment.atZone(zone));
    }

    /** {@code 05:41:07.250}. */
    public String millis(Instant moment) {
        return MILLIS.format(moment.atZone(zone));
    }

    /** {@code Thu 14 May 05:41}. */
    public String moment(Instant moment) {
        return DAY.format(moment.atZone(zone)) + " " + clock(moment);
    }

    /** {@code 2026-05-14 05:41:07}. */
    public String iso(Instant moment) {
        return ISO.format(moment.atZone(zone));
    }

    /** {@code Thu 14 May}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** {@code 14 May}. */
    public static String shortDay(LocalDate day) {
        return SHORT.format(day);
    }

    /** {@code Thursday 14 May 2026}. */
    public static String longDay(LocalDate day) {
        return LONG.format(day);
    }
}
