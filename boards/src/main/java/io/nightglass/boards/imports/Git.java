package io.nightglass.boards.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Asks the git binary for the dates of commits, reading only. The repository is somebody's, so none of its hooks,
 * helpers or signature programs run, nothing is fetched, and the only input git gets is hexadecimal, on its standard
 * input. Git that is missing, slow or unwilling means no times, never a failure.
 */
public final class Git {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{6,40}");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LARGEST_ANSWER = 64 << 20;
    private static final List<String> GUARDED = List.of(
            "git",
            "--no-pager",
            "-c",
            "core.hooksPath=/dev/null",
            "-c",
            "core.fsmonitor=false",
            "-c",
            "log.showSignature=false",
            "-c",
            "protocol.allow=never",
            "-c",
            "core.commitGraph=false",
            "-c",
            "log.mailmap=false");

    private final Path folder;

    private Git(Path folder) {
        this.folder = folder;
    }

    static boolean isHash(String cell) {
        return HASH.matcher(cell).matches();
    }

    /** The times of the commits {@code log} names, asked of the repository its file lies in. */
    public static CommitTimes timesOf(ImportedLog log) {
        var hashes = new HashSet<String>();
        log.rounds().forEach(r -> hashes.add(r.row().cell(log.columns().commit())));
        hashes.removeIf(h -> !isHash(h));
        var folder = log.path().toAbsolutePath().getParent();
        if (hashes.isEmpty() || folder == null) {
            return CommitTimes.NONE;
        }
        return new Git(folder).times(hashes);
    }

    private CommitTimes times(Set<String> hashes) {
        var commits = commits(hashes);
        if (commits.isEmpty()) {
            return CommitTimes.NONE;
        }
        var reachable = new HashSet<>(ask("", "rev-list", "--all", "--max-count=500000"));
        var times = new HashMap<String, RoundTime>();
        for (var line : ask(lines(commits), "log", "--no-walk=unsorted", "--stdin", "--format=%H %at")) {
            int blank = line.indexOf(' ');
            if (blank > 0 && Numbers.isNumber(line.substring(blank + 1))) {
                var hash = line.substring(0, blank);
                var source = reachable.contains(hash) ? RoundTime.Source.GIT : RoundTime.Source.REFLOG;
                times.put(
                        hash, new RoundTime(Instant.ofEpochSecond(Long.parseLong(line.substring(blank + 1))), source));
            }
        }
        return new CommitTimes(times);
    }

    /** Full hashes of those that are commits, reachable or not: discarded ones stay in the object database for weeks. */
    private List<String> commits(Set<String> hashes) {
        var commits = new ArrayList<String>();
        for (var line : ask(lines(hashes), "cat-file", "--batch-check=%(objectname) %(objecttype)")) {
            if (line.endsWith(" commit") && isHash(line.substring(0, line.length() - " commit".length()))) {
                commits.add(line.substring(0, line.length() - " commit".length()));
            }
        }
        return commits;
    }

    private static String lines(Collection<String> hashes) {
        return String.join("\n", hashes) + "\n";
    }

    /** The lines of git's answer; none when it fails or takes too long. */
    private List<String> ask(String input, String... command) {
        var words = new ArrayList<>(GUARDED);
        words.addAll(Arrays.asList(command));
        var builder =
                new ProcessBuilder(words).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("GIT_"));
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("GIT_TERMINAL_PROMPT", "0");
        environment.put("GIT_OPTIONAL_LOCKS", "0");
        environment.put("GIT_NO_LAZY_FETCH", "1");
        try {
            return answer(builder.start(), input);
        } catch (IOException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static List<String> answer(Process process, String input) throws IOException, InterruptedException {
        var deadline = Thread.ofVirtual().start(() -> {
            try {
                if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Thread.ofVirtual().start(() -> write(process, input));
        byte[] answer = process.getInputStream().readNBytes(LARGEST_ANSWER);
        process.getInputStream().close();
        boolean good = process.waitFor() == 0;
        deadline.interrupt();
        return good ? new String(answer, StandardCharsets.US_ASCII).lines().toList() : List.of();
    }

    private static void write(Process process, String input) {
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            process.destroy(); // git closed its input: it has failed already
        }
    }
}
