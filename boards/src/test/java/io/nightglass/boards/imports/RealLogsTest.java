package io.nightglass.boards.imports;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every real log in the data folder beside the repository, fact by fact. */
class RealLogsTest {
    private static final LogOptions OPTIONS = new LogOptions("autoresearch", "internal", null, null);

    /** Where an owner would call the counted fact wrong, and why. A null means: the log does not tell. */
    private static final Map<String, String> DIRECTION_NOT_TOLD = Map.of(
            "0xBennie__NBA-Prediction.tsv",
            "a header alone, and its metric is called metric",
            "Eduardo13x__apollo-silicon-reactor__autoresearch-results-37f9872.tsv",
            "one baseline row of a metric called metric",
            "karpathy__autoresearch__results-3759ac3.tsv",
            "every metric_after is 0 where a row is no crash",
            "karpathy__autoresearch__autoresearch--results--arbiter_results-cdec868.tsv",
            "metric_after holds words, no number");

    @TestFactory
    Stream<DynamicTest> holdsTheFactsCountedInIt() {
        var data = data();
        var expected = JsonMapper.shared()
                .readTree(data.resolve("autoresearch-expected.json").toFile());
        var tests = new ArrayList<DynamicTest>();
        expected.path("tsv")
                .properties()
                .forEach(e -> tests.add(DynamicTest.dynamicTest(
                        e.getKey(), () -> compareTable(e.getKey(), facts(data, e.getKey()), e.getValue()))));
        expected.path("jsonl")
                .properties()
                .forEach(e -> tests.add(DynamicTest.dynamicTest(
                        e.getKey(), () -> compareJson(facts(data, e.getKey()), e.getValue()))));
        return tests.stream();
    }

    /** Eight snapshots of one log over its history: every later one only adds rounds. */
    @Test
    void knowsTheRoundsOfALogAgainWhileItGrows() throws IOException {
        var history = data().resolve("autoresearch-history").resolve("karpathy__autoresearch");
        Assumptions.assumeTrue(Files.isDirectory(history), "not run: no autoresearch-history");
        var rounds = new LinkedHashSet<LogIdentity.RoundId>();
        try (var snapshots = Files.list(history)) {
            for (var snapshot : snapshots.sorted().toList()) {
                var now = LogIdentity.of(LogReader.read(snapshot, OPTIONS), OPTIONS)
                        .rounds();
                assertEquals(rounds, new LinkedHashSet<>(now.subList(0, rounds.size())), snapshot.toString());
                rounds.addAll(now);
                assertEquals(now.size(), rounds.size());
            }
        }
        assertEquals(116, rounds.size());
    }

    /** One row alone is the best, whichever way is better. */
    private static boolean best(String name) {
        return name.startsWith("Eduardo13x");
    }

    private static void compareTable(String name, Facts facts, JsonNode expected) {
        var zeros = expected.path("best_value").equals(expected.path("best_nonzero_value")) ? "best" : "best_nonzero";
        boolean told = !DIRECTION_NOT_TOLD.containsKey(name);
        var checks = new ArrayList<Executable>();
        checks.add(() -> assertEquals(expected.path("data_rows").asInt(), facts.dataRows(), "data_rows"));
        checks.add(() -> assertEquals(statuses(expected), facts.rowsByStatus(), "rows_by_status"));
        checks.add(() -> assertEquals(text(expected, "metric_column"), facts.metric(), "metric"));
        checks.add(() -> assertEquals(told ? direction(expected) : null, direction(facts), "direction"));
        checks.add(() -> assertEquals(
                told || best(name) ? number(expected, zeros + "_value") : null, facts.bestValue(), "best_value"));
        checks.add(
                () -> assertEquals(told || best(name) ? line(expected, zeros) : null, facts.bestLine(), "best_line"));
        checks.add(() -> assertEquals(expected.path("kept_rows").asInt(), facts.kept(), "kept"));
        checks.add(() -> assertEquals(expected.path("baseline_rows").asInt(), facts.baseline(), "baseline"));
        checks.add(() -> assertEquals(expected.path("crash_rows").asInt(), facts.crashed(), "crashed"));
        checks.add(() -> assertEquals(expected.path("malformed_rows").asInt(), facts.malformed(), "malformed"));
        assertAll(name, checks);
    }

    /** Of a log without config lines the counts know no metric; ours may find one (val_bpb, bleu). */
    private static void compareJson(Facts facts, JsonNode expected) {
        assertEquals(expected.path("runs").asInt(), facts.dataRows());
        assertEquals(statuses(expected), facts.rowsByStatus());
        assertEquals(expected.path("bad_json_lines").asInt(), facts.malformed());
        if (!expected.path("config_lines").isEmpty()) {
            var goal = expected.path("config_lines")
                    .get(expected.path("config_lines").size() - 1);
            assertEquals(text(goal, "metricName"), facts.metric());
            assertEquals("higher".equals(text(goal, "bestDirection")) ? "maximize" : "minimize", direction(facts));
            assertEquals(number(expected, "best_value_all_segments"), facts.bestValue());
        }
    }

    private static Facts facts(Path data, String name) {
        return Facts.of(LogReader.read(data.resolve("autoresearch").resolve(name), OPTIONS));
    }

    private static Map<String, Integer> statuses(JsonNode expected) {
        var counts = new TreeMap<String, Integer>();
        expected.path("rows_by_status")
                .properties()
                .forEach(e -> counts.put(e.getKey(), e.getValue().asInt()));
        return counts;
    }

    private static @Nullable String direction(JsonNode expected) {
        return switch (expected.path("direction").asString("")) {
            case "higher" -> "maximize";
            case "lower" -> "minimize";
            default -> null;
        };
    }

    private static @Nullable String direction(Facts facts) {
        return facts.direction() == null ? null : facts.direction().wire();
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.path(name).isString() ? node.path(name).asString() : null;
    }

    private static @Nullable Double number(JsonNode node, String name) {
        return node.path(name).isNumber() ? node.path(name).asDouble() : null;
    }

    /** The counts give the physical line of the best, and of the best that is not zero its row alone. */
    private static @Nullable Integer line(JsonNode expected, String best) {
        if (best.equals("best")) {
            return expected.path("best_line").isNumber()
                    ? expected.path("best_line").asInt()
                    : null;
        }
        var index = expected.path("best_nonzero_index");
        return index.isNumber() ? index.asInt() + 2 : null;
    }

    static Path data() {
        var told = System.getProperty("nightglass.data");
        if (told != null) {
            return Path.of(told);
        }
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            var data = at.resolveSibling("shared").resolve("data");
            if (Files.isRegularFile(data.resolve("autoresearch-expected.json"))) {
                return data;
            }
        }
        Assumptions.abort("not run: no ../shared/data beside the repository");
        throw new IllegalStateException();
    }
}
