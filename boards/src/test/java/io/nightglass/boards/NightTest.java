package io.nightglass.boards;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class NightTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void beginsAtNoonByTheClockOnTheWall() {
        assertEquals(
                LocalDate.of(2026, 5, 14),
                Night.of(Instant.parse("2026-05-15T09:59:59Z"), BERLIN).date());
        assertEquals(
                LocalDate.of(2026, 5, 15),
                Night.of(Instant.parse("2026-05-15T10:00:00Z"), BERLIN).date());
    }

    @Test
    void isAnHourShorterWhenSummerTimeBegins() {
        var night = new Night(LocalDate.of(2026, 3, 28), BERLIN);
        assertEquals(Duration.ofHours(23), Duration.between(night.start(), night.end()));
        assertEquals(night, Night.of(night.end().minusMillis(1), BERLIN));
        assertEquals(night.after(), Night.of(night.end(), BERLIN));
    }

    @Test
    void lastIsTheOneThatBeganYesterday() {
        assertEquals(
                LocalDate.of(2026, 5, 14),
                Night.last(Instant.parse("2026-05-15T05:00:00Z"), BERLIN).date());
    }
}
