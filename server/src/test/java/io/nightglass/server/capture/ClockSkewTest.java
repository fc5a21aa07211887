package io.nightglass.server.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/** posthog-wire.md 1.6, rule by rule. */
class ClockSkewTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final JsonNode NONE = MissingNode.getInstance();
    private static final ClockSkew AN_HOUR_BEHIND = new ClockSkew(NOW, Duration.ofHours(1));

    @Test
    void movesAnEventByWhatTheSendersClockIsOff() {
        assertEquals(
                "2026-01-01T11:00:00Z",
                AN_HOUR_BEHIND.correct(at("2026-01-01T10:00:00Z"), NONE).toString());
    }

    @Test
    void believesTheSenderWhoDoesNotSayWhenItSent() {
        assertEquals(
                "2026-01-01T10:00:00Z",
                AN_HOUR_BEHIND
                        .ignored()
                        .correct(at("2026-01-01T10:00:00Z"), NONE)
                        .toString());
    }

    @Test
    void takesTheTimeOfReceiptForAnEventWithout() {
        assertEquals(NOW, AN_HOUR_BEHIND.correct(null, NONE));
    }

    @Test
    void countsAnOffsetBackFromReceiptWhateverTheTimestamp() {
        assertEquals(NOW.minusMillis(1500), AN_HOUR_BEHIND.correct(at("2020-01-01T00:00:00Z"), number(1500)));
        assertEquals(NOW, new ClockSkew(NOW, null).correct(null, number(-5)));
    }

    @Test
    void takesReceiptForWhatLiesMoreThan23HoursAhead() {
        var clock = new ClockSkew(NOW, null);
        assertEquals(NOW.plus(Duration.ofHours(23)), clock.correct(NOW.plus(Duration.ofHours(23)), NONE));
        assertEquals(NOW, clock.correct(NOW.plus(Duration.ofHours(23)).plusMillis(1), NONE));
    }

    @Test
    void takesTheEpochForYearsBeforeAll() {
        assertEquals(Instant.EPOCH, new ClockSkew(NOW, null).correct(at("-0001-01-01T00:00:00Z"), NONE));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T10:00:00Z, 2026-01-01T10:00:00Z",
        "2026-01-01T10:00:00.123456+00:00, 2026-01-01T10:00:00.123456Z",
        "2026-01-01T10:00:00.123456789Z, 2026-01-01T10:00:00.123456Z",
        "2026-01-01t10:00:00z, 2026-01-01T10:00:00Z",
        "2026-01-01T13:00:00+03, 2026-01-01T10:00:00Z",
        "2026-01-01T13:00:00+0300, 2026-01-01T10:00:00Z",
        "2026-01-01T13:00:00+03:00, 2026-01-01T10:00:00Z",
        "2026-01-01T10:00:00, 2026-01-01T10:00:00Z",
        "2026-01-01T10:00:00.5, 2026-01-01T10:00:00.500Z",
        "2026-01-01T10:00, 2026-01-01T10:00:00Z",
        "2026-01-01 10:00:00, 2026-01-01T10:00:00Z",
        "2026-01-01 10:00:00.25, 2026-01-01T10:00:00.250Z",
        "2026-01-01 10:00:00+00:00, 2026-01-01T10:00:00Z",
        "2026-01-01 10:00:00 UTC, 2026-01-01T10:00:00Z",
        "2026-01-01, 2026-01-01T00:00:00Z",
        "2026/01/02, 2026-01-02T00:00:00Z",
        "2026/01/02 10:00:00, 2026-01-02T10:00:00Z",
        "01/02/2026, 2026-01-02T00:00:00Z",
        "'Thu, 1 Jan 2026 10:00:00 GMT', 2026-01-01T10:00:00Z",
        "'Thu, 01 Jan 2026 13:00:00 +0300', 2026-01-01T10:00:00Z",
        "1767261600, 2026-01-01T10:00:00Z",
        "1767261600000, 2026-01-01T10:00:00Z",
        "1767261600.5, 2026-01-01T10:00:00.500Z",
    })
    void readsATimeInEverySpelling(String text, String instant) {
        assertEquals(Instant.parse(instant), Timestamps.parse(text).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "2026-13-01T00:00:00Z",
                "2026-01-01T25:00:00Z",
                "99999999999999999999",
                "+999999999-01-01T00:00:00Z"
            })
    void knowsWhatIsNoTime(String text) {
        assertTrue(Timestamps.parse(text).isEmpty());
    }

    @Test
    void readsNumbersOfSecondsAndMilliseconds() {
        assertEquals(
                at("2026-01-01T10:00:00Z"),
                Timestamps.parse(number(1767261600L)).orElseThrow());
        assertEquals(
                at("2026-01-01T10:00:00Z"),
                Timestamps.parse(number(1767261600000L)).orElseThrow());
        assertTrue(Timestamps.parse(JsonNodeFactory.instance.numberNode(1e300)).isEmpty());
    }

    private static JsonNode number(long number) {
        return JsonNodeFactory.instance.numberNode(number);
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}
