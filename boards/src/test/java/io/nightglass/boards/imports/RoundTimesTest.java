package io.nightglass.boards.imports;

import static io.nightglass.boards.imports.LogFixture.NOW;
import static io.nightglass.boards.imports.LogFixture.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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
    void readsTheManyWaysToWriteAMoment() {
        var moment = Instant.parse("2026-03-13T09:31:00Z");
        for (var text : List.of(
                "2026-03-13T09:31:00Z",
                "2026-03-13T09:31",
                "2026-03-13 09:31:00",
                "2026-03-13T10:31:00+01:00",
                "2026-03-13 09:31:00.000000+00:00",
                "2026-03-13 09:31:00 UTC",
                "20260313-093100",
                "2026-03-13_093100",
                "1773394260",
                "1773394260000",
                "1773394260.0",
                "2026/03/13 09:31")) {
            assertEquals(moment, TimeText.parse(text, ZoneOffset.UTC), text);
        }
        assertEquals(Instant.parse("2026-03-13T00:00:00Z"), TimeText.parse("2026-03-13", ZoneOffset.UTC));
        assertEquals(
                Instant.parse("2026-03-13T09:31:00.25308Z"),
                TimeText.parse("2026-03-13T09:31:00.25308Z", ZoneOffset.UTC));
        for (var text : List.of("", "300.5", "12345678", "a1b2c3d4", "2026-13-45", "yesterday at 9")) {
            assertNull(TimeText.parse(text, ZoneOffset.UTC), text);
        }
    }

    @Test
    void findsTheTimeWhereverItStands() throws IOException {
        var log = read(
                folder, "r.tsv", "experiment\tscore\tstatus\n2026-03-11_155353\t1\tkeep\n2026-03-11_155516\t2\tkeep\n");
        assertEquals(0, log.columns().time());
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
        var sprung = folder.resolve("sprung");
        var trap = Files.writeString(folder.resolve("trap.sh"), "#!/bin/sh\ntouch '" + sprung + "'\n");
        assertTrue(trap.toFile().setExecutable(true));
        git(repository, "init", "-q");
        var signed = signedCommit(repository);
        git(repository, "config", "gpg.program", trap.toString());
        git(repository, "config", "core.fsmonitor", trap.toString());
        git(repository, "config", "log.showSignature", "true");
        git(repository, "show", "-s", signed);
        assertTrue(Files.deleteIfExists(sprung), "the trap is set: an unguarded git springs it");

        var log = read(repository, "results.tsv", "commit\tval_bpb\tstatus\n%s\t1.2\tkeep\n".formatted(signed));
        var times = new RoundTimes(NOW, NOW).of(log, Git.timesOf(log), Map.of());
        assertEquals(new RoundTime(Instant.ofEpochSecond(1773968400), RoundTime.Source.REFLOG), times.getFirst());
        assertFalse(Files.exists(sprung));
    }

    /** A commit with a signature nobody made; reading it naively asks the repository's gpg.program about it. */
    private static String signedCommit(Path repository) throws IOException, InterruptedException {
        var tree = git(repository, "write-tree");
        var commit = Files.writeString(repository.resolve("commit.txt"), """
                tree %s
                author A <a@example.org> 1773968400 +0000
                committer A <a@example.org> 1773968400 +0000
                gpgsig -----BEGIN PGP SIGNATURE-----
                \s
                 x
                 -----END PGP SIGNATURE-----

                signed
                """.formatted(tree));
        return git(repository, "hash-object", "-t", "commit", "-w", commit.toString());
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
