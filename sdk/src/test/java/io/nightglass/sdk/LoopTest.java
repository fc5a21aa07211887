package io.nightglass.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.catalog.Catalog;
import io.nightglass.catalog.Context.Measure;
import io.nightglass.catalog.Direction;
import io.nightglass.catalog.EventCodec;
import io.nightglass.sdk.redact.Redaction;
import io.nightglass.sdk.spool.SpoolSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a loop says, as it arrives. */
@Timeout(60)
class LoopTest {
    private static final String KEY = "sk-ant-api03-" + "a1B2".repeat(10);
    private final List<String> notices = new ArrayList<>();

    @TempDir
    private Path folder;

    private List<JsonNode> said(UnaryOperator<Config> with, Consumer<Nightglass> what) {
        try (var host = Host.doing();
                var line = Nightglass.open(with.apply(Config.of(Map.of())
                        .to(host.address(), "phc_test")
                        .as("gtm-autoresearch", "acme")
                        .spool(SpoolSettings.in(folder))
                        .hearing(Clock.systemUTC(), notices::add)))) {
            what.accept(line);
            assertTrue(line.flush(Duration.ofSeconds(30)).isComplete());
            return host.kept();
        }
    }

    private List<JsonNode> said(Consumer<Nightglass> what) {
        return said(config -> config, what);
    }

    private static List<String> names(List<JsonNode> events) {
        return events.stream().map(event -> event.path("event").asString()).toList();
    }

    @Test
    void aRoundCarriesItsEnvelopeByItself() {
        var events = said(line -> {
            var loop = line.loop().agent("planner").measured(Measure.of("val_bpb", Direction.MINIMIZE));
            var run = loop.run();
            var round = run.round();
            round.started("sample-1", 0.99);
            round.task("gtm.rewrite", "score").scored(0.97, Map.of("coverage", 0.5, "dim_safety", 1.0));
            round.agent("critic").kept(0.02, 0.97, null);
            run.stopped("budget", 1, null, 0.97);
            assertNotEquals(run.id(), round.id());
        });
        assertEquals(List.of("round_started", "round_scored", "round_kept", "stop_triggered"), names(events));
        var scored = events.get(1).path("properties");
        assertEquals(
                "gtm-autoresearch:acme:planner",
                events.get(1).path("distinct_id").asString());
        assertEquals("gtm-autoresearch", scored.path("project").asString());
        assertEquals("acme", scored.path("client").asString());
        assertEquals("minimize", scored.path("direction").asString());
        assertEquals("gtm.rewrite", scored.path("task_type").asString());
        assertEquals(0.5, scored.path("dim_coverage").asDouble());
        assertEquals(1.0, scored.path("dim_safety").asDouble());
        assertEquals(
                "gtm-autoresearch:acme:critic",
                events.get(2).path("distinct_id").asString());
        assertFalse(events.get(2).path("properties").has("cost_usd"), "unknown money is not said, least of all as 0");
        var runs = new HashSet<String>();
        events.forEach(event -> runs.add(event.path("properties").path("run_id").asString()));
        assertEquals(1, runs.size());
    }

    @Test
    void aToolIsCalledAndReturnedWithOneStepId() {
        var events = said(line -> {
            var round = line.loop().run().round();
            assertEquals("done", round.tool("train", Map.of("lr", 0.1), () -> "done"));
            var thrown = assertThrows(
                    IOException.class,
                    () -> round.tool("eval", Map.of(), () -> {
                        throw new IOException("disk gone");
                    }));
            assertEquals("disk gone", thrown.getMessage());
        });
        assertEquals(
                List.of("step.tool_called", "step.tool_returned", "step.tool_called", "step.tool_returned"),
                names(events));
        var called = events.get(0).path("properties");
        var returned = events.get(1).path("properties");
        assertEquals(called.path("step_id"), returned.path("step_id"));
        assertEquals("{\"lr\":0.1}", called.path("args_json").asString());
        assertTrue(returned.path("ok").asBoolean());
        assertEquals(4, returned.path("result_bytes").asInt());
        assertTrue(returned.path("latency_ms").asDouble() >= 0);
        var failed = events.get(3).path("properties");
        assertFalse(failed.path("ok").asBoolean());
        assertEquals("java.io.IOException: disk gone", failed.path("error").asString());
    }

    @Test
    void aCaseThatFallsBelowItsBestIsARegression() {
        var events = said(line -> {
            var prior = new PriorBest();
            var round = line.loop().run().round();
            var first = round.suite("judge", 2L, "v3", prior);
            assertFalse(first.judged("c1", "safety", 0.9, true, "fine"));
            var second = line.loop().run().round().suite("judge", 2L, "v3", prior);
            assertFalse(second.judged("c1", "safety", 0.85, true, null), "0.05 is the tolerance");
            assertTrue(second.judged("c1", "safety", 0.8, false, "worse"));
            assertFalse(second.judged("c1", "coverage", 0.1, false, null), "another dimension has its own best");
        });
        var regression = events.stream()
                .filter(event -> event.path("event").asString().equals("eval.regression"))
                .toList();
        assertEquals(1, regression.size());
        var properties = regression.get(0).path("properties");
        assertEquals(0.9, properties.path("prior_score").asDouble());
        assertEquals(0.8, properties.path("new_score").asDouble());
        assertEquals(-0.1, properties.path("delta").asDouble(), 1e-12);
    }

    @Test
    void everythingTheApiSaysIsAsTheCatalogHasIt() {
        var events = said(line -> {
            var loop = line.loop();
            var run = loop.run();
            var round = run.round();
            round.started("sample-1", null);
            round.plan("read the log", "tail", 0.7);
            round.observed("log", "loss 3.1");
            var step = round.step("apply", Map.of("file", "train.py"));
            step.failed("patch does not apply");
            round.retry(step, "conflict", 2);
            round.reflected("weak", List.of("no test"), true);
            round.applied("branch", 1_204);
            round.escalated("small", "large", 3, "stalled");
            round.scored(Double.NaN);
            round.reverted("no_score", 0.25, List.of("dim_safety"));
            round.suite("judge", null, null, new PriorBest()).judged("c", null, 1, null, null);
            run.stopped("plateau", 1, 0.25, null);
        });
        for (var event : events) {
            var name = event.path("event").asString();
            assertTrue(Catalog.schema(name).isPresent(), name);
            // A score that is none leaves nothing of round_scored but its name.
            assertTrue(name.equals("round_scored") || EventCodec.read(event).isPresent(), event.toString());
            assertTrue(event.path("properties").path("project").isString(), event.toString());
        }
        assertEquals(14, events.size());
    }

    @Test
    void aSecretIsNeitherSentNorOnDisk() throws IOException {
        var events = said(
                config -> config.beforeSend(Redaction.secrets())
                        .beforeSend(Redaction.gtmIdentifiers())
                        .beforeSend(Redaction.emails())
                        .beforeSend(Redaction.properties("cookie")),
                line -> {
                    line.track(
                            "a",
                            "note",
                            Map.of(
                                    "text",
                                    "key " + KEY + " of GTM-ABC123, mail jo@example.org",
                                    "deep",
                                    List.of(Map.of("Cookie", "sid=1", "n", 7, KEY, "as a name"))));
                    assertNowhere(KEY);
                });
        var text = events.get(0).toString();
        assertFalse(text.contains(KEY) || text.contains("GTM-ABC123") || text.contains("example.org"), text);
        assertEquals(
                "key [redacted] of [redacted], mail [redacted]",
                events.get(0).path("properties").path("text").asString());
        var deep = events.get(0).path("properties").path("deep").get(0);
        assertEquals("[redacted]", deep.path("Cookie").asString());
        assertEquals(7, deep.path("n").asInt());
    }

    private void assertNowhere(String secret) {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)
                        .contains(secret));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aHookThatFailsCostsItsEventAlone() {
        var events = said(
                config -> config.beforeSend(message -> {
                    if (message.event().equals("bad")) {
                        throw new IllegalStateException("hook");
                    }
                    return message.event().equals("unwanted") ? null : message;
                }),
                line -> {
                    line.track("a", "good", Map.of());
                    line.track("a", "bad", Map.of());
                    line.track("a", "bad", Map.of());
                    line.track("a", "unwanted", Map.of());
                    line.track("a", "good", Map.of());
                    assertEquals(2, line.statistics().failedInHook());
                    assertEquals(1, line.statistics().droppedByHook());
                });
        assertEquals(List.of("good", "good"), names(events));
        assertEquals(1, notices.size(), "said once, not twice");
    }

    @Test
    void privacyModeKeepsTheCountsAndNotTheWords() {
        var events = said(
                config -> config.beforeSend(Redaction.privacyMode()),
                line -> line.track(
                        "a", "$ai_generation", Map.of("$ai_model", "m", "$ai_input", "secret", "$ai_input_tokens", 3)));
        var properties = events.get(0).path("properties");
        assertTrue(properties.path("$ai_input").isNull());
        assertEquals(3, properties.path("$ai_input_tokens").asInt());
    }

    @Test
    void anEventAboveTheBoundIsCountedAndSaidOnce() {
        var events = said(config -> config.maxEventBytes(1_000), line -> {
            line.track("a", "small", Map.of());
            line.track("a", "large", Map.of("text", "x".repeat(2_000)));
            assertEquals(1, line.statistics().tooLarge());
        });
        assertEquals(List.of("small"), names(events));
        assertEquals(1, notices.size());
    }

    @Test
    void theCommitIsReadFromGitsOwnFiles() throws IOException {
        var git = Files.createDirectories(folder.resolve("repo/.git/refs/heads"));
        Files.writeString(folder.resolve("repo/.git/HEAD"), "ref: refs/heads/main\n");
        Files.writeString(git.resolve("main"), "9d30e71aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n");
        var inside = Files.createDirectories(folder.resolve("repo/src/deep"));
        assertEquals("9d30e71", GitSha.of(inside).orElseThrow());
        Files.delete(git.resolve("main"));
        Files.writeString(folder.resolve("repo/.git/packed-refs"), "# pack\n1234567bbbbbbbbb refs/heads/main\n");
        assertEquals("1234567", GitSha.of(inside).orElseThrow());
    }
}
