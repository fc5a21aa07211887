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
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SampleNightsTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant MORNING = Instant.parse("2026-05-16T06:30:00Z");
    private static final SampleNights NIGHTS = SampleNights.before(MORNING, BERLIN);
    private static final Facts FACTS = Facts.of(NIGHTS);

    @Test
    void theSameDateAndZoneGiveTheSameBytesWhateverTheHourAndTheLanguageOfTheMachine() {
        var wanted = digest(NIGHTS);
        var usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(wanted, digest(SampleNights.before(Instant.parse("2026-05-16T09:59:59Z"), BERLIN)));
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void anotherZoneHasItsOwnNights() {
        var chicago = SampleNights.before(MORNING, ZoneId.of("America/Chicago"));
        assertNotEquals(NIGHTS.annotations(), chicago.annotations());
    }

    @Test
    void everyEventOfTheCatalogIsThere() {
        assertEquals(Catalog.schemas().stream().map(Schema::event).collect(Collectors.toSet()), FACTS.names);
    }

    @Test
    void noEventRaisesAWarningAndEachSaysThatItIsASample() {
        assertEquals(Set.of(), FACTS.odd);
    }

    @Test
    void comesInBatchesOfAtMostFiveHundredAndIsOfTheSizeItSays() {
        assertTrue(FACTS.largestBatch <= 500, () -> FACTS.largestBatch + " in a batch");
        assertTrue(FACTS.events > 60_000 && FACTS.events < 90_000, () -> FACTS.events + " events");
    }

    @Test
    void someEventsComeHoursAfterLaterOnes() {
        assertTrue(FACTS.hoursLate > 2 && FACTS.hoursLate < 24, () -> FACTS.hoursLate + " hours");
    }

    @Test
    void noUuidComesTwice() {
        assertEquals(FACTS.events, FACTS.uuids.size());
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
        assertEquals(14, FACTS.nights.size(), FACTS.nights::toString);
        assertEquals("2026-05-01", FACTS.nights.first());
        assertEquals("2026-05-14", FACTS.nights.last());
        for (var annotation : NIGHTS.annotations()) {
            assertTrue(FACTS.nights.contains(nightOf(annotation.at())), annotation::toString);
        }
    }

    @Test
    void isTheSameStoryInAZoneThatChangesItsClock() {
        var winter = SampleNights.before(Instant.parse("2026-04-05T09:00:00Z"), BERLIN);
        assertEquals(14, Facts.of(winter).nights.size());
        assertFalse(winter.story().isEmpty());
    }

    /** What one reading of the nights finds. */
    private static final class Facts {
        final Set<String> names = new HashSet<>();
        final Set<String> uuids = new HashSet<>();
        final Set<String> odd = new HashSet<>();
        final TreeSet<String> nights = new TreeSet<>();
        int events;
        int largestBatch;
        long hoursLate;
        private Instant latest = Instant.EPOCH;

        static Facts of(SampleNights samples) {
            var facts = new Facts();
            samples.write(batch -> {
                facts.largestBatch = Math.max(facts.largestBatch, batch.size());
                facts.events += batch.size();
                batch.forEach(facts::read);
            });
            return facts;
        }

        private void read(ObjectNode event) {
            var name = event.get("event").stringValue();
            names.add(name);
            uuids.add(event.get("uuid").stringValue());
            var moment = Instant.parse(event.get("timestamp").stringValue());
            nights.add(nightOf(moment));
            latest = moment.isAfter(latest) ? moment : latest;
            hoursLate = Math.max(hoursLate, Duration.between(moment, latest).toHours());
            var properties = (ObjectNode) event.get("properties");
            var warnings = Check.of(name, properties, event.get("distinct_id").stringValue());
            if (!warnings.isEmpty() || !properties.path("sample").booleanValue()) {
                odd.add(name + " " + warnings);
            }
        }
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
