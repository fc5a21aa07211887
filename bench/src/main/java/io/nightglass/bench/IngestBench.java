package io.nightglass.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Durable ingest over HTTP beside the bare engine, then the answer times at half that load. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = "100-event gzip batches from 16 connections, against bare appends of the same rows in 1,000-event"
                + " commits; then p99 at half the load.",
        footer = {"", "Example: nightglass bench ingest --rounds 3"})
final class IngestBench implements Callable<Integer> {
    private static final int CONNECTIONS = 16;
    private static final int SECONDS_AT_HALF = 15;

    @Option(names = "--events", defaultValue = "60000", description = "events a round (default: ${DEFAULT-VALUE})")
    private int events = 60_000;

    @Option(
            names = "--warmup",
            defaultValue = "40000",
            description = "events before each measurement (default: ${DEFAULT-VALUE})")
    private int warmup = 40_000;

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "rounds; the median counts (default: ${DEFAULT-VALUE})")
    private int rounds = 3;

    @Option(names = "--jar", description = "the runnable jar", defaultValue = "cli/target/nightglass.jar")
    private Path jar = Path.of("cli/target/nightglass.jar");

    @Override
    public Integer call() throws IOException, SQLException {
        var corpus = new Corpus(events);
        var ratios = new ArrayList<Double>();
        var rates = new ArrayList<Double>();
        System.out.println("round  http ev/s  bare ev/s  ratio  p99 ms at full  p99 ms at half  resident MB");
        for (int round = 1; round <= rounds; round++) {
            var folder = Files.createTempDirectory("nightglass-bench");
            try {
                round(round, corpus, folder, rates, ratios);
            } finally {
                Folders.delete(folder);
            }
        }
        System.out.printf(
                "%nmedian: %,.0f events/s durable over HTTP, %.2fx the bare engine (promise 0.60x)%n",
                median(rates), median(ratios));
        return 0;
    }

    private void round(int round, Corpus corpus, Path folder, List<Double> rates, List<Double> ratios)
            throws IOException, SQLException {
        double rate;
        Load.Result full;
        Load.Result half;
        long resident;
        try (var pane = PaneProcess.start(jar, folder.resolve("data"), Ports.free())) {
            var load = new Load(pane.host(), CONNECTIONS);
            load.full(corpus.bodies(warmup));
            full = load.full(corpus.bodies(events));
            rate = events / (full.wall().toNanos() / 1e9);
            double halfRequests = rate / 2 / Corpus.BATCH;
            half = load.paced(corpus.bodies((int) (halfRequests * SECONDS_AT_HALF) * Corpus.BATCH), halfRequests);
            resident = pane.residentMegabytes();
        }
        double bare = bare(folder);
        rates.add(rate);
        ratios.add(rate / bare);
        System.out.printf(
                "%5d  %,9.0f  %,9.0f  %5.2f  %14.1f  %14.1f  %11d%n",
                round, rate, bare, rate / bare, ms(full, 99), ms(half, 99), resident);
    }

    /** The rows of the measured part, once to warm up and once for the clock. */
    private double bare(Path folder) throws SQLException, IOException {
        var rows = RawAppend.of(folder.resolve("data"), warmup, events);
        rows.run(folder.resolve("bare-warm"));
        var wall = rows.run(folder.resolve("bare"));
        return rows.events().size() / (wall.toNanos() / 1e9);
    }

    private static double ms(Load.Result result, double percentile) {
        return result.answers().getValueAtPercentile(percentile) / 1000.0;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
