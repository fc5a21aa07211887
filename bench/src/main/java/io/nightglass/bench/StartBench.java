package io.nightglass.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** From {@code java -jar} to the first 200 on a large folder, beside a JVM that only opens the same file. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = "Start on a folder of a million events, against opening the same DuckDB file alone.",
        footer = {"", "Example: nightglass bench start --events 1000000"})
final class StartBench implements Callable<Integer> {
    @Option(
            names = "--events",
            defaultValue = "1000000",
            description = "events in the folder (default: ${DEFAULT-VALUE})")
    private int events = 1_000_000;

    @Option(
            names = "--rounds",
            defaultValue = "5",
            description = "rounds; the median counts (default: ${DEFAULT-VALUE})")
    private int rounds = 5;

    @Option(names = "--jar", description = "the runnable jar", defaultValue = "cli/target/nightglass.jar")
    private Path jar = Path.of("cli/target/nightglass.jar");

    @Override
    public Integer call() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("nightglass-bench");
        try {
            var data = folder.resolve("data");
            fill(data);
            measure(data);
        } finally {
            Folders.delete(folder);
        }
        return 0;
    }

    private void fill(Path data) throws IOException {
        var corpus = new Corpus(60_000);
        try (var pane = PaneProcess.start(jar, data, Ports.free())) {
            var load = new Load(pane.host(), 8);
            for (int sent = 0; sent < events; sent += corpus.size()) {
                load.full(corpus.bodies(Math.min(corpus.size(), events - sent)));
            }
        }
    }

    private void measure(Path data) throws IOException, InterruptedException {
        var alone = new ArrayList<Duration>();
        var whole = new ArrayList<Duration>();
        var resident = new ArrayList<Long>();
        System.out.println("round  open alone ms  first 200 ms  resident idle MB");
        for (int round = 1; round <= rounds; round++) {
            alone.add(openAlone(data));
            try (var pane = PaneProcess.start(jar, data, Ports.free())) {
                whole.add(pane.startTime());
                resident.add(settled(pane));
            }
            System.out.printf(
                    "%5d  %13d  %12d  %16d%n",
                    round, alone.getLast().toMillis(), whole.getLast().toMillis(), resident.getLast());
        }
        System.out.printf(
                "%nmedian: first 200 after %d ms, %.2fx opening the file alone (promise 2.00x); resident idle %d MB (promise below 400)%n",
                median(whole).toMillis(),
                (double) median(whole).toNanos() / median(alone).toNanos(),
                java.util.Collections.max(resident));
    }

    /** Resident memory once two readings half a second apart agree within 2 MB. */
    private static long settled(PaneProcess pane) throws IOException {
        long before = pane.residentMegabytes();
        for (int i = 0; i < 20; i++) {
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
            long now = pane.residentMegabytes();
            if (Math.abs(now - before) <= 2) {
                return now;
            }
            before = now;
        }
        return before;
    }

    private Duration openAlone(Path data) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        long began = System.nanoTime();
        var process = new ProcessBuilder(
                        java,
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        jar + File.pathSeparator + own(),
                        OpenAlone.class.getName(),
                        data.resolve("nightglass.duckdb").toString())
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("the file could not be opened alone");
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static String own() {
        return Path.of(java.net.URI.create(StartBench.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString()))
                .toString();
    }

    private static Duration median(List<Duration> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
