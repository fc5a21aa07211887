package io.nightglass.store.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.hogql.HogQl;
import io.nightglass.hogql.Scope;
import io.nightglass.store.EventRow;
import io.nightglass.store.Limits;
import io.nightglass.store.Rows;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextRetentionTest {
    private static final Duration AGE = Duration.ofDays(30);
    private static final int PIECE = 64;
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    private Path home;

    private final Random random = new Random(7);
    private volatile Instant now = Rows.T0;
    private final InstantSource clock = () -> now;

    /** A call with a text no compression makes shorter; the engine's statistics keep the first twelve characters of some. */
    private EventRow call(Instant at, String word, int length) {
        var noise = new StringBuilder();
        while (noise.length() < length) {
            noise.append(word)
                    .append((char) ('\u4e00' + random.nextInt(20_000)))
                    .append((char) (0xac00 + random.nextInt(11_000)));
        }
        return Rows.event("$ai_generation")
                .at(Duration.between(Rows.T0, at).toSeconds())
                .round("R1")
                .with("$ai_input", "\"what was asked: %s\"".formatted(noise))
                .with("$ai_input_tokens", "12")
                .with("plan", "\"kept: " + "p".repeat(40_000) + "\"")
                .row();
    }

    private static String asked(DuckDbEventStore store, String hogql) {
        var query = HogQl.compile(hogql, new Scope(store.tables(), Map.of(), ZoneOffset.UTC, Rows.T0));
        return store.query(query, Limits.API).rows().toString();
    }

    private void forget(DuckDbEventStore store) throws Exception {
        store.tables(); // what was kept is in the tables, and its journal forgotten
        store.retention(AGE, clock).run(() -> true);
    }

    private long found(String word) throws Exception {
        long found = 0;
        try (var files = Files.walk(home)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                for (int at = bytes.indexOf(word); at >= 0; at = bytes.indexOf(word, at + 1)) {
                    found++;
                }
            }
        }
        return found;
    }

    /** The file in small pieces, empty ones left out: most texts lie packed in it, and no word of them can be seen. */
    private Set<ByteBuffer> pieces() throws Exception {
        var bytes = Files.readAllBytes(home.resolve(Database.FILE));
        var pieces = new HashSet<ByteBuffer>();
        for (int at = 0; at + PIECE <= bytes.length; at += PIECE) {
            pieces.add(ByteBuffer.wrap(bytes, at, PIECE));
        }
        pieces.remove(ByteBuffer.allocate(PIECE));
        return pieces;
    }

    /** Which share of {@code before} is still there. */
    private double left(Set<ByteBuffer> before) throws Exception {
        var now = pieces();
        return (double) before.stream().filter(now::contains).count() / before.size();
    }

    @Test
    void textsThatAreTooOldGoFromAnswersAndFromTheFolderAndNothingElseDoes() throws Exception {
        try (var store = Stores.open(home, clock)) {
            var rows = new ArrayList<EventRow>();
            for (int i = 0; i < 60; i++) {
                rows.add(call(Rows.T0.plusSeconds(i), "quokkasecretword", i == 7 ? 200_000 : 20_000));
            }
            store.append(rows);
            store.append(List.of(call(Rows.T0.plus(DAY), "wombatsecretword", 900)));
        }
        var texts = pieces();
        try (var store = Stores.open(home, clock)) {
            var before = store.version();
            forget(store);
            assertEquals(before, store.version());
            assertTrue(left(texts) > 0.9);

            now = Rows.T0.plus(AGE).plus(Duration.ofHours(2));
            forget(store);
            assertEquals("[[60, 0, 60, 720]]", asked(store, """
                    SELECT count(), count(properties.$ai_input), count(properties.plan), sum(properties.$ai_input_tokens)
                    FROM events WHERE timestamp < '%s'""".formatted(Rows.T0.plus(DAY))));
            assertEquals(
                    "[[0, 61]]",
                    asked(
                            store,
                            "SELECT countIf(properties LIKE '%quokka%'), countIf(properties LIKE '%kept: p%') FROM events"));
            assertEquals(
                    "[[1]]", asked(store, "SELECT count() FROM events WHERE properties.$ai_input LIKE '%wombat%'"));
            assertEquals("[[61, 732]]", asked(store, "SELECT count(), sum(input_tokens) FROM generations"));
            assertTrue(left(texts) < 0.15, "of the file, which was nearly all texts, is left " + left(texts));

            now = now.plus(DAY);
            forget(store);
            assertEquals("[[61, 0]]", asked(store, "SELECT count(), count(properties.$ai_input) FROM events"));
            assertEquals(
                    0,
                    found("quokkasecretword") + found("wombatsecretword"),
                    "not even in unused bytes of a block that had both");
        }
        assertEquals(0, found("quokkasecretword") + found("wombatsecretword"), "after it has stopped");
        assertTrue(left(texts) < 0.15, "of the file, which was nearly all texts, is left " + left(texts));
    }

    @Test
    void whatComesLateGoesToo() throws Exception {
        now = Rows.T0.plus(AGE).plus(DAY);
        try (var store = Stores.open(home, clock)) {
            forget(store);
            store.append(List.of(call(Rows.T0, "quokkasecretword", 900), call(now, "wombatsecretword", 900)));
            assertEquals("[[2]]", asked(store, "SELECT count(properties.$ai_input) FROM events"));
            assertTrue(found("quokkasecretword") > 0, "it lies in the journal too");
            forget(store);
            assertEquals("[[1]]", asked(store, "SELECT count(properties.$ai_input) FROM events"));
            assertEquals(0, found("quokkasecretword"));
        }
    }

    @Test
    void whatWasLeftUndoneIsDoneByTheNextRun() throws Exception {
        try (var store = Stores.open(home, clock)) {
            store.append(List.of(call(Rows.T0, "quokkasecretword", 900)));
            now = Rows.T0.plus(AGE).plus(DAY);
            store.tables();
            var steps = new AtomicInteger();
            store.retention(AGE, clock)
                    .run(() -> steps.incrementAndGet() < 2); // the text goes, its block is not written over
            assertEquals("[[0]]", asked(store, "SELECT count(properties.$ai_input) FROM events"));
        }
        try (var store = Stores.open(home, clock)) {
            store.retention(AGE, clock).run(() -> true);
            assertEquals(0, found("quokkasecretword"));
            assertEquals("[[1, 0]]", asked(store, "SELECT count(), count(properties.$ai_input) FROM events"));
        }
    }

    @Test
    void aStoreThatIsToldADurationForgetsBesideItsCallers() {
        now = Rows.T0.plus(AGE).plus(DAY);
        long before;
        try (var store = Stores.open(home, clock)) {
            store.append(List.of(call(Rows.T0, "quokkasecretword", 900)));
            before = store.version();
        }
        try (var store = DuckDbEventStore.open(home, clock, AGE)) {
            long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (store.version() == before && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            assertTrue(store.version() > before, "an answer given before is not given again");
            assertEquals("[[0]]", asked(store, "SELECT count(properties.$ai_input) FROM events"));
        }
    }
}
