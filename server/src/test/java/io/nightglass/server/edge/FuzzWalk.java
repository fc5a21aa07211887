package io.nightglass.server.edge;

import static io.nightglass.server.LivePane.batch;
import static io.nightglass.server.LivePane.gzip;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.server.LivePane;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies nobody would think of: always an answer, never a 5xx, nothing of the inside in it. */
class FuzzWalk {
    private static final int ROUNDS = 3_000;
    private static final Pattern INSIDE = Pattern.compile("Exception|\\tat |\\.java|jackson|/tmp|REDACTED|phx_");
    private static final List<String> PATHS =
            List.of("/batch/", "/e/", "/i/v0/ai/batch", "/flags/?v=2", "/capture/?compression=gzip-js");
    private static final List<String> SNIPPETS = List.of(
            "null",
            "NaN",
            "-",
            "1e999",
            "\"",
            "\\u",
            "\\ud800",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"uuid\":7",
            "\"timestamp\":[]",
            "\"distinct_id\":{}",
            "\"properties\":7",
            "\"$set\":\"x\"",
            "\"offset\":1e300",
            "\"sent_at\":{}",
            "\u0000",
            "\uFFFF",
            "data=");
    private static final String GOOD = batch("""
            {"event":"round_scored","distinct_id":"p:c:a","uuid":"0199a0b0-0000-7000-8000-00000000000a",
             "timestamp":"2026-01-01T10:00:00Z","offset":5,"$set":{"a":1},"properties":{"score":0.5,"dim_a":[1,{"b":null}]}}""");

    @TempDir
    private Path folder;

    @Test
    void everyBodyHasAnAnswerThatIsNot5xx() {
        long seed = Long.getLong("nightglass.seed", System.nanoTime());
        System.out.println("FuzzWalk seed " + seed + " (repeat with -Dnightglass.seed=" + seed + ")");
        var random = new Random(seed);
        try (var pane = LivePane.open(folder)) {
            for (int i = 0; i < ROUNDS; i++) {
                byte[] body = mutated(random);
                var answer = pane.post(PATHS.get(random.nextInt(PATHS.size())), body);
                String about = "seed %d round %d: %d %s".formatted(seed, i, answer.statusCode(), answer.body());
                assertTrue(answer.statusCode() < 500, about);
                assertTrue(!INSIDE.matcher(answer.body()).find(), about);
                assertTrue(answer.body().length() < 600, about);
            }
            assertEquals(200, pane.post("/batch/", GOOD).statusCode());
        }
    }

    private static byte[] mutated(Random random) {
        var text = new StringBuilder(GOOD);
        for (int i = random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.insert(at, SNIPPETS.get(random.nextInt(SNIPPETS.size())));
                case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(20)));
                default -> text.replace(at, at + 1, SNIPPETS.get(random.nextInt(SNIPPETS.size())));
            }
        }
        byte[] bytes =
                random.nextInt(3) == 0 ? gzip(text.toString()) : text.toString().getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(3); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }
}
