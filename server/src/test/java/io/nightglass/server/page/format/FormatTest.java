package io.nightglass.server.page.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class FormatTest {
    private static final String NARROW = "\u202f";

    @Test
    void scoresHaveThreeDecimalsAndLossesFour() {
        assertEquals("0.783", new Score(null).of(0.7834));
        assertEquals("0.9871", new Score("val_bpb").of(0.98714));
        assertEquals("\u22120.016", new Score("score").of(-0.016));
        assertEquals("not scored", new Score(null).of(null));
        assertEquals("—", new Score(null).cell(null));
    }

    @Test
    void dollarsHaveAsManyDigitsAsCount() {
        assertEquals("$1,204.10", Money.of(1204.1));
        assertEquals("\u2212$42.47", Money.of(-42.47));
        assertEquals("$0.187", Money.of(0.187));
        assertEquals("$0.0042", Money.of(0.0042));
        assertEquals("$0", Money.of(0.0));
        assertEquals("—", Money.of(null));
    }

    @Test
    void deltasCarryTheirSignAndAreNeverRoundedToNothing() {
        var score = new Score(null);
        assertEquals("+0.042", score.delta(0.042));
        assertEquals("\u22120.016", score.delta(-0.016));
        assertEquals("no change", score.delta(0.0));
        assertEquals("+0.00012", score.delta(0.00012));
    }

    @Test
    void countsAreExactToFourDigits() {
        assertEquals("7,014", Count.of(7_014));
        assertEquals("9,999", Count.of(9_999));
        assertEquals("10.0" + NARROW + "k", Count.of(10_000));
        assertEquals("12.8" + NARROW + "k", Count.of(12_801));
        assertEquals("2.41" + NARROW + "M", Count.of(2_412_345));
        assertEquals("1.00" + NARROW + "M", Count.of(999_999));
        assertEquals("1 round", Count.of(1, "round"));
    }

    @Test
    void sharesAreWholePercentUnlessUnderOne() {
        assertEquals("14" + NARROW + "%", Share.of(13, 94));
        assertEquals("0.4" + NARROW + "%", Share.of(0.004));
        assertEquals("0" + NARROW + "%", Share.of(0.0));
        assertEquals("—", Share.of(0, 0));
    }

    @Test
    void spansGrowTheirUnits() {
        assertEquals("842" + NARROW + "ms", Span.of(Duration.ofMillis(842)));
        assertEquals("9.34" + NARROW + "s", Span.of(Duration.ofMillis(9_340)));
        assertEquals("21.4" + NARROW + "s", Span.of(Duration.ofMillis(21_400)));
        assertEquals("4" + NARROW + "min 08" + NARROW + "s", Span.of(Duration.ofSeconds(248)));
        assertEquals("7" + NARROW + "h 08" + NARROW + "min", Span.of(Duration.ofMinutes(428)));
        assertEquals("1" + NARROW + "min 00" + NARROW + "s", Span.of(Duration.ofMillis(59_990)));
        assertEquals("+12" + NARROW + "ms", Span.offset(Duration.ofMillis(12)));
    }

    @Test
    void timesAreOfThePanesZone() {
        var times = new Times(ZoneId.of("Europe/Berlin"));
        assertEquals("05:41", times.clock(Instant.parse("2026-05-15T03:41:00Z")));
        assertEquals("Fri 15 May 05:41", times.moment(Instant.parse("2026-05-15T03:41:00Z")));
    }
}
