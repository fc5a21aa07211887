package io.nightglass.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.server.LivePane;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Whatever text comes: an answer or a refusal, soon; nothing opened, nothing changed, and the pane goes on. */
class HostileWalk {
    private static final String[] KEY = {"Authorization", "Bearer " + LivePane.PERSONAL};
    private static final String PATH = "/api/projects/@current/query/";
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Duration LATEST = LIMIT.plusSeconds(5);
    private static final Set<Integer> ALLOWED = Set.of(200, 400, 413, 429);
    private static final long MOST_GROWTH = 1_200L << 20;

    @TempDir
    private Path folder;

    @Test
    void isAnsweredOrRefusedInTimeAndChangesNothing() throws IOException {
        var texts = HostileTexts.all();
        assertTrue(texts.size() >= 200, texts.size() + " texts");
        try (var pane = LivePane.open(folder)) {
            for (int i = 0; i < 20; i++) {
                pane.post("/e/", LivePane.batch("""
                        {"event":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa%d","distinct_id":"u%d","properties":{"n":%d,"t":"x",
                         "'; DROP TABLE events; --":"a","$.*":1}}""".formatted(i, i % 3, i)));
            }
            var before = state(pane);
            pane.store().limitQueries(LIMIT);
            long resident = resident();
            var wrong = new ArrayList<String>();
            for (var text : texts) {
                check(pane, text, resident, wrong);
            }
            assertTrue(wrong.isEmpty(), wrong.size() + " of " + texts.size() + ":\n" + String.join("\n", wrong));
            assertEquals(before, state(pane));
        }
    }

    private static void check(LivePane pane, String text, long resident, List<String> wrong) {
        long start = System.nanoTime();
        var answer = ask(pane, text);
        var took = Duration.ofNanos(System.nanoTime() - start);
        var shown = text.length() > 120 ? text.substring(0, 120) + "... (" + text.length() + ")" : text;
        if (!ALLOWED.contains(answer.statusCode()) || answer.body().contains("not yours")) {
            wrong.add("%d %s: %s".formatted(answer.statusCode(), shown, head(answer)));
        } else if (took.compareTo(LATEST) > 0) {
            wrong.add("%d ms %s".formatted(took.toMillis(), shown));
        } else if (answer.statusCode() != 200 && saysTooMuch(text, answer)) {
            wrong.add("%s: %s".formatted(shown, head(answer)));
        }
        long grown = resident() - resident;
        if (grown > MOST_GROWTH) {
            wrong.add("%d MB more after %s".formatted(grown >> 20, shown));
        }
    }

    private static HttpResponse<String> ask(LivePane pane, String hogql) {
        var body = JsonMapper.shared().createObjectNode();
        body.putObject("query").put("kind", "HogQLQuery").put("query", hogql);
        return pane.post(PATH, body.toString(), KEY);
    }

    private static String head(HttpResponse<String> answer) {
        return answer.body().substring(0, Math.min(300, answer.body().length()));
    }

    /** A refusal names the mistake: no path, no code of ours, no word of the engine. */
    private static boolean saysTooMuch(String text, HttpResponse<String> answer) {
        var detail = LivePane.json(answer).path("detail").asString();
        return detail.length() > 1_000
                || detail.isBlank()
                || detail.contains("io.nightglass")
                || detail.contains("DuckDB")
                || detail.contains("duckdb") && !text.contains("duckdb")
                || detail.contains(" Error:")
                || detail.contains("/home/")
                || detail.contains("/tmp/junit");
    }

    /** Bytes the process holds beside its heap: what the engine took. */
    private static long resident() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .map(bytes -> bytes - Runtime.getRuntime().totalMemory())
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0; // no such file on other systems
        }
    }

    /** What the tables hold, and the files of the folder but for those that come and go by themselves. */
    private TreeMap<String, String> state(LivePane pane) throws IOException {
        var state = new TreeMap<String, String>();
        for (var table : List.of("events", "persons", "rounds", "runs")) {
            state.put(
                    table,
                    LivePane.json(ask(pane, "SELECT count() FROM " + table))
                            .path("results")
                            .toString());
        }
        try (var files = Files.list(folder)) {
            files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.endsWith(".wal") && !name.equals("spill"))
                    .forEach(name -> state.put(name, "file"));
        }
        for (var name : List.of("/tmp/nightglass-hostile.csv", "/tmp/nightglass-hostile.out")) {
            assertFalse(Files.exists(Path.of(name)), name);
        }
        assertEquals(200, pane.get("/").statusCode());
        assertEquals(200, pane.get("/_readyz").statusCode());
        return state;
    }
}
