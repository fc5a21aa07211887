package io.nightglass.cli.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.catalog.Catalog;
import io.nightglass.catalog.Check;
import io.nightglass.catalog.Schema;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SampleNightsTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant MORNING = Instant.parse("2026-05-16T06:30:00Z");
    private static final SampleNights NIGHTS = SampleNights.before(MORNING, BERLIN);

    @Test
    void theSameDateAndZoneGiveTheSameBytes() {
        var later = SampleNights.before(Instant.parse("2026-05-16T09:59:59Z"), BERLIN);
        assertEquals(digest(NIGHTS), digest(later));
        assertNotEquals(digest(NIGHTS), digest(SampleNights.before(MORNING, ZoneId.of("America/Chicago"))));
    }

    @Test
    void theLanguageOfTheMachineDoesNotMatter() {
        var usual = Locale.getDefault();
        var wanted = digest(NIGHTS);
        try {
            for (var tag : List.of("de-DE", "ar-EG-u-nu-arab", "tr-TR")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertEquals(wanted, digest(NIGHTS), tag);
            }
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void everyEventOfTheCatalogIsThere() {
        var names = new HashSet<String>();
        NIGHTS.write(
                batch -> batch.forEach(event -> names.add(event.get("event").stringValue())));
        assertEquals(Catalog.schemas().stream().map(Schema::event).collect(Collectors.toSet()), names);
    }

    @Test
    void noEventRaisesAWarningAndEachSaysThatItIsASample() {
        NIGHTS.write(batch -> {
            for (var event : batch) {
                var properties = (ObjectNode) event.get("properties");
                var name = event.get("event").stringValue();
                var warnings =
                        Check.of(name, properties, event.get("distinct_id").stringValue());
                assertEquals(List.of(), warnings, event::toString);
                assertTrue(properties.path("sample").booleanValue(), event::toString);
            }
        });
    }

    @Test
    void comesInBatchesOfAtMostFiveHundredAndIsOfTheSizeItSays() {
        var sizes = new HashMap<Integer, Integer>();
        NIGHTS.write(batch -> sizes.merge(batch.size(), 1, Integer::sum));
        int events = sizes.entrySet().stream()
                .mapToInt(e -> e.getKey() * e.getValue())
                .sum();
        assertTrue(sizes.keySet().stream().allMatch(size -> size <= 500), sizes::toString);
        assertTrue(events > 60_000 && events < 90_000, () -> events + " events");
    }

    @Test
    void noUuidComesTwice() {
        Set<String> seen = new HashSet<>();
        NIGHTS.write(batch ->
                batch.forEach(event -> assertTrue(seen.add(event.get("uuid").stringValue()), event::toString)));
    }

    @Test
    void theLastNightWasOverAtNoon() {
        assertEquals("2026-05-14", NIGHTS.lastNight().toString());
        var afternoon = Instant.parse("2026-05-16T10:00:00Z");
        assertEquals(
                "2026-05-15", SampleNights.before(afternoon, BERLIN).lastNight().toString());
    }

    @Test
    void everyEventAndAnnotationLiesInOneOfFourteenNights() {
        var nights = new TreeMap<String, Integer>();
        NIGHTS.write(batch -> batch.forEach(event ->
                nights.merge(nightOf(Instant.parse(event.get("timestamp").stringValue())), 1, Integer::sum)));
        assertEquals(14, nights.size(), nights::toString);
        assertEquals("2026-05-01", nights.firstKey());
        assertEquals("2026-05-14", nights.lastKey());
        for (var annotation : NIGHTS.annotations()) {
            assertTrue(nights.containsKey(nightOf(annotation.at())), annotation::toString);
        }
    }

    @Test
    void isTheSameStoryInAZoneThatChangesItsClock() {
        var winter = SampleNights.before(Instant.parse("2026-04-05T09:00:00Z"), BERLIN);
        var nights = new HashSet<String>();
        winter.write(batch -> batch.forEach(
                event -> nights.add(nightOf(Instant.parse(event.get("timestamp").stringValue())))));
        assertEquals(14, nights.size());
        assertFalse(winter.story().isEmpty());
    }

    private static String nightOf(Instant moment) {
        return moment.atZone(BERLIN).minusHours(12).toLocalDate().toString();
    }

    private static String digest(SampleNights nights) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            nights.write(batch -> batch.forEach(event -> sha.update(JSON.writeValueAsBytes(event))));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
