package io.nightglass.bench;

import com.posthog.server.PostHog;
import com.posthog.server.PostHogCaptureOptions;
import com.posthog.server.PostHogConfig;
import io.nightglass.cli.pane.Pane;
import io.nightglass.sdk.Config;
import io.nightglass.sdk.Nightglass;
import io.nightglass.sdk.spool.SpoolSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The Java SDK beside com.posthog:posthog-server, both in one run. */
@Command(
        name = "sdk",
        mixinStandardHelpOptions = true,
        description =
                "One tracked event on the caller's thread, and events end to end into a pane, beside posthog-server.",
        footer = {"", "Example: nightglass bench sdk --events 100000"})
final class SdkBench implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Option(names = "--events", defaultValue = "100000", description = "end to end (default: ${DEFAULT-VALUE})")
    private int events = 100_000;

    @Option(names = "--rounds", defaultValue = "3", description = "end to end, in turns (default: ${DEFAULT-VALUE})")
    private int rounds = 3;

    @Option(names = "--jar", description = "the runnable jar", defaultValue = "cli/target/nightglass.jar")
    private Path jar = Path.of("cli/target/nightglass.jar");

    @Override
    public Integer call() throws IOException, RunnerException, InterruptedException {
        trackSpeed();
        for (int round = 0; round < rounds; round++) {
            endToEnd("posthog-server");
            endToEnd("nightglass");
        }
        return 0;
    }

    private static void trackSpeed() throws RunnerException {
        var results = new Runner(new OptionsBuilder()
                        .include(TrackSpeed.class.getName())
                        .forks(1)
                        .warmupIterations(20)
                        .warmupBatchSize(TrackSpeed.BURST)
                        .measurementIterations(20)
                        .measurementBatchSize(TrackSpeed.BURST)
                        .jvmArgsAppend("-Xmx1g", "--enable-native-access=ALL-UNNAMED")
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
        for (var result : results) {
            var score = result.getPrimaryResult();
            var bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
            System.out.printf(
                    "track %s: %,.0f ns (+- %,.0f), %,.0f bytes%n",
                    result.getParams().getParam("client"),
                    score.getScore() / TrackSpeed.BURST,
                    score.getScoreError() / TrackSpeed.BURST,
                    bytes == null ? Double.NaN : bytes.getScore() / TrackSpeed.BURST);
        }
    }

    /** From the first call to the last row that a query counts. */
    private void endToEnd(String client) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("nightglass-bench");
        try (var pane = PaneProcess.start(jar, folder.resolve("data"), Ports.free())) {
            var asked = new Pane(pane.host(), PaneProcess.PROJECT_KEY, PaneProcess.PERSONAL_KEY);
            asked.query("SELECT count() FROM events");
            long begun = System.nanoTime();
            var again = client.equals("nightglass") ? withNightglass(pane, folder.resolve("spool")) : withPostHog(pane);
            long counted = await(asked, again);
            System.out.printf(
                    "end to end %s: %,d events, %,d kept, %.2f s%n",
                    client, events, counted, (System.nanoTime() - begun) / 1e9);
        } finally {
            Folders.delete(folder);
        }
    }

    /** What to do while events are still missing: nothing. */
    private Runnable withNightglass(PaneProcess pane, Path spool) {
        try (var line = Nightglass.open(Config.of(Map.of())
                .to(pane.host(), PaneProcess.PROJECT_KEY)
                .as("autoresearch", "internal")
                .spool(SpoolSettings.in(spool)))) {
            for (int n = 0; n < events; n++) {
                line.track("autoresearch:internal:planner", "bench_event", Map.of("n", n, "model", "sample-small-1"));
            }
            line.flush(PATIENCE);
        }
        return () -> {};
    }

    /** flush() of posthog-server sends one batch, so it is asked again until all is there. */
    private Runnable withPostHog(PaneProcess pane) {
        var client = PostHog.with(PostHogConfig.builder(PaneProcess.PROJECT_KEY)
                .host(pane.host().toString())
                .maxQueueSize(events + 1)
                .build());
        for (int n = 0; n < events; n++) {
            var options = PostHogCaptureOptions.builder()
                    .property("n", n)
                    .property("model", "sample-small-1")
                    .build();
            client.capture("autoresearch:internal:planner", "bench_event", options);
        }
        client.flush();
        return client::flush;
    }

    private long await(Pane asked, Runnable again) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long before = -1;
        long stalled = System.nanoTime();
        while (true) {
            long counted = asked.query("SELECT count() FROM events WHERE event = 'bench_event'")
                    .path("results")
                    .get(0)
                    .get(0)
                    .asLong();
            if (counted >= events || System.nanoTime() > end) {
                return counted;
            }
            if (counted != before) {
                before = counted;
                stalled = System.nanoTime();
            } else if (System.nanoTime() - stalled > TimeUnit.SECONDS.toNanos(20)) {
                return counted;
            }
            again.run();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
