package io.nightglass.server.edge;

import static io.nightglass.server.LivePane.batch;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.server.LivePane;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Valid JSON is kept, whatever stands in it. */
class JsonWalk {
    @TempDir
    private static Path folder;

    private static LivePane pane;

    @BeforeAll
    static void open() {
        pane = LivePane.open(folder);
    }

    @BeforeEach
    void forget() {
        pane.store().forget();
    }

    @AfterAll
    static void close() {
        pane.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    NaN                          | null
                    -Infinity                    | null
                    [Infinity]                   | [null]
                    0.1                          | 0.1
                    12345678901234567890         | 12345678901234567890
                    0.12345678901234567890123    | 0.12345678901234567890123
                    0.30000000000000004          | 0.30000000000000004
                    1e400                        | "1e400"
                    1e-400                       | "1e-400"
                    0e5                          | 0.0
                    -0.0                         | -0.0
                    1e999999999999999999999      | "1e999999999999999999999"
                    "\\ud800"                    | "\uFFFD"
                    "a\\udc00\\ud83d\\ude00"     | "a\uFFFD\uD83D\uDE00"
                    {"\\ud800":1}                | {"\uFFFD":1}
                    {"a":1,"b":2,"a":3}          | {"a":3,"b":2}
                    {"'; DROP TABLE events;--":1} | {"'; DROP TABLE events;--":1}
                    {"a\\nb\\"":1}               | {"a\\nb\\"":1}
                    """)
    void keepsAValue(String sent, String kept) {
        var answer = send(sent);
        assertEquals(200, answer);
        assertEquals(kept, pane.row().properties().path("v").toString());
    }

    @Test
    void keepsNumbersOfAnyLengthAsTheirText() {
        assertEquals(200, send("9".repeat(1_000_000)));
        assertEquals(1_000_000, pane.row().properties().path("v").asString().length());
    }

    @Test
    void keepsLongStringsAndLongNames() {
        assertEquals(200, send("{\"%s\":\"%s\"}".formatted("n".repeat(100_000), "s".repeat(2_000_000))));
        var kept = pane.row().properties().path("v");
        assertEquals(2_000_000, kept.path("n".repeat(100_000)).asString().length());
    }

    /** Wherever the window of the reader ends. */
    @Test
    void mendsHalfASurrogatePairAtAnyPlace() {
        for (int before = 8_180 - 60; before < 8_192; before++) {
            String sent = "x".repeat(before) + "\\ud800\\\\ud800\\ud83d\\ude00\\n";
            assertEquals(200, send("\"" + sent + "\""));
            var rows = pane.rows();
            String kept = rows.getLast().properties().path("v").asString();
            assertEquals("\uFFFD\\ud800\uD83D\uDE00\n", kept.substring(before));
        }
    }

    @Test
    void keepsManyDifferentNames() {
        var names = new StringBuilder("{\"a\":0");
        for (int i = 0; i < 200_000; i++) {
            names.append(",\"name").append(i).append("\":").append(i);
        }
        assertEquals(200, send(names.append('}').toString()));
        assertEquals(200_001, pane.row().properties().path("v").size());
    }

    /** The body, the batch, the event and its properties are the first four levels. */
    @Test
    void takesAThousandLevelsAndNoMore() {
        assertEquals(200, send("[".repeat(996) + "]".repeat(996)));
        assertEquals(400, send("[".repeat(997) + "]".repeat(997)));
        assertEquals(400, send("[".repeat(1_000_000)));
        assertEquals(1, pane.rows().size());
    }

    @Test
    void quotesLittleOfWhatItRefuses() {
        var answer = pane.post("/e/", "{\"api_key\":" + "x".repeat(100_000));
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().length() < 400, answer.body());
        assertTrue(!answer.body().contains("tools.jackson"), answer.body());
    }

    private int send(String value) {
        return pane.post(
                        "/e/",
                        batch("{\"event\":\"e\",\"distinct_id\":\"u\",\"properties\":{\"v\":%s}}".formatted(value)))
                .statusCode();
    }
}
