package io.nightglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.cli.pane.RunningPane;
import io.nightglass.server.Config;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The post-commit hook in a real repository, and {@code annotate}, against a real pane. */
class HookWalk {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private Path data = Path.of(".");
    private Path repository = Path.of(".");

    /** Each commit a minute after the one before: annotations are listed by their time. */
    private int commits;

    @BeforeEach
    void makeRepository() throws Exception {
        data = folder.resolve("data");
        repository = Files.createDirectories(folder.resolve("a repo"));
        assertEquals(0, git("init", "-q").code());
    }

    @Test
    void aCommitBecomesALineOfTheChartsOnceThePaneAnswers() throws Exception {
        assertEquals(
                0,
                run("hook", "install", repository.toString(), "--data", data.toString())
                        .code());
        var offline = commit("say \"why\" in C:\\prompts <b>");
        assertEquals(0, offline.code(), offline.said());
        assertEquals(1, queued().size(), "kept while no pane runs");
        try (var pane = open()) {
            var online = commit("tighten the role");
            assertEquals(0, online.code(), online.said());
            var found = annotations(pane, 2);
            assertTrue(found.getFirst().startsWith("say \"why\" in C:\\prompts <b> ("), found.toString());
            assertTrue(found.getLast().startsWith("tighten the role ("), found.toString());
            var first = pane.client()
                    .get("/api/projects/@current/annotations/?search=tighten")
                    .path("results")
                    .path(0);
            assertEquals("GIT", first.path("creation_type").asString());
            assertEquals("Ada", first.path("author").asString());
            assertEquals("2026-04-19T03:02:00Z", first.path("date_marker").asString());
            pane.client().send(List.of((tools.jackson.databind.node.ObjectNode)
                    tools.jackson.databind.json.JsonMapper.shared().readTree("""
                            {"event":"round_started","distinct_id":"a:b:c","timestamp":"2026-04-18T22:00:00Z",
                             "properties":{"round_id":"r"}}""")));
            assertTrue(pane.client().look("/?night=2026-04-18").contains("tighten the role"), "on the first page");
        }
    }

    @Test
    void aHookThatWasThereRunsFirstAndItsFailureIsItsOwn() throws Exception {
        var hook = repository.resolve(".git/hooks/post-commit");
        Files.createDirectories(hook.getParent());
        Files.writeString(hook, "#!/bin/sh\ntouch ran\nexit 3\n");
        assertTrue(hook.toFile().setExecutable(true));
        for (int i = 0; i < 2; i++) {
            var installed = run("hook", "install", repository.toString(), "--data", data.toString());
            assertEquals(0, installed.code(), installed.said());
            assertTrue(installed.said().contains("runs first"), installed.said());
        }
        assertEquals(0, commit("first").code());
        assertTrue(Files.exists(repository.resolve("ran")));
        assertEquals(1, queued().size());
    }

    @Test
    void aPaneThatNeverAnswersDoesNotHoldACommitUp() throws Exception {
        try (var deaf = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            Files.createDirectories(data);
            new io.nightglass.cli.pane.PaneAddress(
                            java.net.URI.create("http://127.0.0.1:" + deaf.getLocalPort()), "phc_x", "phx_x")
                    .leaveIn(data);
            assertEquals(
                    0,
                    run("hook", "install", repository.toString(), "--data", data.toString())
                            .code());
            var began = System.nanoTime();
            assertEquals(0, commit("quick").code());
            var took = Duration.ofNanos(System.nanoTime() - began);
            assertTrue(took.compareTo(Duration.ofSeconds(5)) < 0, "the commit took " + took);
            assertEquals(1, queued().size());
        }
    }

    @Test
    void saysWhatIsWrongWithWhatItIsGiven() throws Exception {
        var nowhere = run("hook", "install", folder.toString(), "--data", data.toString());
        assertEquals(1, nowhere.code());
        assertTrue(nowhere.said().contains("is no git repository"), nowhere.said());
        try (var pane = open()) {
            var kept = run("annotate", "new scorer", "--at", "2026-05-14T18:20", "--data", data.toString());
            assertEquals(0, kept.code(), kept.said());
            assertEquals("annotation 1 at 2026-05-14T18:20:00Z", kept.said().strip());
            assertEquals(List.of("new scorer"), annotations(pane, 1));
            var late = run("annotate", "x", "--at", "soon", "--data", data.toString());
            assertEquals(2, late.code());
            assertTrue(late.said().contains("'soon' is not a time like 2026-01-01T00:00:00Z"), late.said());
            var long_ = run("annotate", "x".repeat(10_000), "--data", data.toString());
            assertEquals(2, long_.code());
            assertTrue(long_.said().contains("no more than 8192 characters. It has 10000."), long_.said());
        }
    }

    /** What a command printed, both ways. */
    private record Ran(int code, String said) {}

    private static Ran run(String... arguments) {
        var said = new StringWriter();
        int code = Main.execute(new PrintWriter(said, true), new PrintWriter(said, true), arguments);
        return new Ran(code, said.toString());
    }

    private RunningPane open() throws IOException {
        return RunningPane.open(new Config(
                "127.0.0.1",
                0,
                data,
                "phc_hook",
                "phx_hook",
                ZoneOffset.UTC,
                InstantSource.fixed(Instant.parse("2026-05-15T07:00:00Z"))));
    }

    /** The contents by time and id, as soon as there are {@code count}. */
    private static List<String> annotations(RunningPane pane, int count) {
        var end = Instant.now().plus(PATIENCE);
        while (true) {
            var results =
                    pane.client().get("/api/projects/@current/annotations/").path("results");
            if (results.size() >= count || Instant.now().isAfter(end)) {
                assertEquals(count, results.size(), results.toString());
                return results.valueStream()
                        .map(one -> one.path("content").asString())
                        .toList()
                        .reversed();
            }
        }
    }

    private List<Path> queued() throws IOException {
        try (var files = Files.list(repository.resolve(".git/nightglass/queue"))) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        }
    }

    private Ran commit(String message) throws Exception {
        Files.writeString(repository.resolve("file"), message);
        assertEquals(0, git("add", "file").code());
        commits++;
        return git("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "commit", "-q", "-m", message);
    }

    private Ran git(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("git", "-C", repository.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("POSTHOG_") || name.startsWith("GIT_"));
        environment.put("GIT_COMMITTER_DATE", "2026-04-19T05:0%d:00+02:00".formatted(commits));
        environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
        environment.put("GIT_CONFIG_SYSTEM", "/dev/null");
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), said);
    }
}
