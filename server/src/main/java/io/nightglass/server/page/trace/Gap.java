package io.nightglass.server.page.trace;

import io.nightglass.server.page.format.Share;
import io.nightglass.server.page.format.Span;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * A time in which nothing is known to have happened.
 *
 * @param level of the row below it
 * @param left where it begins, in percent of the width
 * @param width in percent
 * @param micros how long it is
 * @param share of the whole round
 */
public record Gap(int level, double left, double width, long micros, double share) implements Row {

    public String time() {
        return Span.of(Duration.of(micros, ChronoUnit.MICROS));
    }

    public String part() {
        return Share.of(share);
    }
}
