package io.nightglass.boards.imports;

import static io.nightglass.boards.imports.LogFixture.NOW;
import static io.nightglass.boards.imports.LogFixture.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundTimesTest {
    @TempDir
    private Path folder;

    @Test
    void spreadsBackwardsFromTheLastChangeOfTheFile() throws IOException {
        var log = read(folder, "r.tsv", "commit\tscore\tstatus\na\t1\tkeep\nb\t2\tkeep\nc\t3\tkeep\n");
        var changed = NOW.minus(Duration.ofHours(2));
        var times = new RoundTimes(NOW, changed).of(log, CommitTimes.NONE, Map.of());
        assertEquals(List.of(changed.minusSeconds(600), changed.minusSeconds(300), changed), at(times));
        assertEquals(RoundTime.Source.UNKNOWN, times.getFirst().source());
    }

    @Test
    void readsTheTimesOfTheLogAndFillsTheGaps() throws IOException {
        var log = read(
                folder,
                "r.tsv",
                "timestamp\tscore\tstatus\n2026-04-01T01:00:00Z\t1\tkeep\n-\t2\tkeep\n2026-04-01T02:00:00+00:00\t3\tkeep\n");
        var times = new RoundTimes(NOW, NOW).of(log, CommitTimes.NONE, Map.of());
        assertEquals(
                List.of(
                        Instant.parse("2026-04-01T01:00:00Z"),
                        Instant.parse("2026-04-01T01:30:00Z"),
                        Instant.parse("2026-04-01T02:00:00Z")),
                at(times));
        assertEquals(RoundTime.Source.LOG, times.get(0).source());
        assertEquals(RoundTime.Source.UNKNOWN, times.get(1).source());
    }

    @Test
    void neverGoesBackNorIntoTheFuture() throws IOException {
        var log = read(
                folder,
                "r.tsv",
                "timestamp\tscore\tstatus\n1775012400000\t1\tkeep\n2026-03-01T00:00:00Z\t2\tkeep\n2099-01-01\t3\tkeep\n");
        var times = at(new RoundTimes(NOW, NOW).of(log, CommitTimes.NONE, Map.of()));
        for (int i = 0; i < times.size(); i++) {
            assertFalse(times.get(i).isAfter(NOW));
            assertFalse(i > 0 && times.get(i).isBefore(times.get(i - 1)));
        }
    }

    @Test
    void putsNewRowsOfAGrownLogBehindThoseThePaneHas() throws IOException {
        var log = read(folder, "r.tsv", "commit\tscore\tstatus\na\t1\tkeep\nb\t2\tkeep\nc\t3\tkeep\n");
        var there = NOW.minusSeconds(60);
        var times = at(new RoundTimes(NOW, NOW).of(log, CommitTimes.NONE, Map.of(0, there)));
        assertEquals(List.of(there, NOW.minusSeconds(30), NOW), times);
    }

    @Test
    void takesTheTimesOfCommitsAndOfThoseThatWereThrownAway() throws IOException, InterruptedException {
        var repository = Files.createDirectory(folder.resolve("repo"));
        git(repository, "init", "-q");
        var kept = commit(repository, "2026-03-20T01:00:00Z");
        var discarded = commit(repository, "2026-03-20T01:10:00Z");
        git(repository, "reset", "-q", "--hard", kept);
        var log = read(
                repository,
                "results.tsv",
                "commit\tval_bpb\tstatus\n%s\t1.2\tkeep\n%s\t1.3\tdiscard\n--output=x\t1.1\tkeep\n"
                        .formatted(kept.substring(0, 7), discarded.substring(0, 7)));
        var times = new RoundTimes(NOW, NOW).of(log, Git.timesOf(log), Map.of());
        assertEquals(new RoundTime(Instant.parse("2026-03-20T01:00:00Z"), RoundTime.Source.GIT), times.get(0));
        assertEquals(new RoundTime(Instant.parse("2026-03-20T01:10:00Z"), RoundTime.Source.REFLOG), times.get(1));
        assertEquals(RoundTime.Source.UNKNOWN, times.get(2).source());
    }

    @Test
    void runsNothingARepositoryAsksFor() throws IOException, InterruptedException {
        var repository = Files.createDirectory(folder.resolve("trap"));
        var trace = folder.resolve("sprung");
        var trap = Files.writeString(folder.resolve("trap.sh"), "#!/bin/sh\ntouch '" + trace + "'\n");
        trap.toFile().setExecutable(true);
        git(repository, "init", "-q");
        var kept = commit(repository, "2026-03-20T01:00:00Z");
        for (var key : List.of("gpg.program", "core.fsmonitor", "core.pager", "core.sshCommand", "core.editor")) {
            git(repository, "config", key, trap.toString());
        }
        git(repository, "config", "log.showSignature", "true");
        var log = read(repository, "results.tsv", "commit\tval_bpb\tstatus\n%s\t1.2\tkeep\n".formatted(kept));
        var times = new RoundTimes(NOW, NOW).of(log, Git.timesOf(log), Map.of());
        assertEquals(RoundTime.Source.GIT, times.getFirst().source());
        assertFalse(Files.exists(trace));
    }

    private static List<Instant> at(List<RoundTime> times) {
        return times.stream().map(RoundTime::at).toList();
    }

    private static String commit(Path repository, String date) throws IOException, InterruptedException {
        git(
                repository,
                "-c",
                "user.name=A",
                "-c",
                "user.email=a@example.org",
                "commit",
                "-q",
                "--allow-empty",
                "-m",
                date,
                "--date",
                date);
        return git(repository, "rev-parse", "HEAD");
    }

    private static String git(Path repository, String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command)
                .directory(repository.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes()).strip();
        assertEquals(0, process.waitFor(), output);
        return output;
    }
}
