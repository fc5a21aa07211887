package io.nightglass.bench;

import com.posthog.server.PostHog;
import com.posthog.server.PostHogCaptureOptions;
import com.posthog.server.PostHogConfig;
import com.posthog.server.PostHogInterface;
import com.sun.net.httpserver.HttpServer;
import io.nightglass.sdk.Config;
import io.nightglass.sdk.Nightglass;
import io.nightglass.sdk.spool.Durability;
import io.nightglass.sdk.spool.SpoolSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One event of ten properties, on the thread of the loop, in bursts, while a host on loopback takes everything at once. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TrackSpeed {
    /** Who tracks: posthog-server, or the SDK with one of its promises. */
    @Param({"posthog-server", "MEMORY", "PROCESS", "INTERVAL", "EVENT"})
    public String client = "posthog-server";

    /** Events of one burst. A loop says some, works, and says some more; nobody says millions without a pause. */
    static final int BURST = 5_000;

    /** Longer than either client takes to deliver a burst, so that none meets the rest of the one before. */
    private static final Duration PAUSE = Duration.ofMillis(1_200);

    private @Nullable HttpServer host;
    private @Nullable Path folder;
    private @Nullable Nightglass nightglass;
    private @Nullable PostHogInterface posthog;
    private int round;

    @Setup(Level.Trial)
    public void open() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().skip(Long.MAX_VALUE);
            var body = "{\"status\":\"Ok\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        host = server;
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        if (client.equals("posthog-server")) {
            posthog = PostHog.with(PostHogConfig.builder("phc_bench")
                    .host(address.toString())
                    .maxQueueSize(4 * BURST)
                    .build());
        } else {
            folder = Files.createTempDirectory("nightglass-spool");
            nightglass = Nightglass.open(Config.of(Map.of())
                    .to(address, "phc_bench")
                    .as("autoresearch", "internal")
                    .spool(SpoolSettings.in(folder).durability(Durability.valueOf(client))));
        }
    }

    @TearDown(Level.Trial)
    public void close() throws IOException {
        if (posthog != null) {
            posthog.close();
        }
        if (nightglass != null) {
            nightglass.close(Duration.ofMillis(100));
        }
        Objects.requireNonNull(host).stop(0);
        if (folder != null) {
            Folders.delete(folder);
        }
    }

    @Setup(Level.Iteration)
    public void rest() {
        LockSupport.parkNanos(PAUSE.toNanos());
    }

    @Benchmark
    public void track() {
        round++;
        if (posthog != null) {
            var options = PostHogCaptureOptions.builder();
            properties().forEach(options::property);
            posthog.capture("autoresearch:internal:planner", "round_scored", options.build());
        } else {
            Objects.requireNonNull(nightglass).track("autoresearch:internal:planner", "round_scored", properties());
        }
    }

    /** Made anew for each event, as a loop does. */
    private Map<String, Object> properties() {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("project", "autoresearch");
        properties.put("client", "internal");
        properties.put("run_id", "01KRMACZ30NJX2AM9103W0PNQW");
        properties.put("round_id", "01KRMACZ30N5XGJCBK1T1ZQY98");
        properties.put("agent", "planner");
        properties.put("git_sha", "9d30e71");
        properties.put("score", 0.9812 + round);
        properties.put("model", "sample-small-1");
        properties.put("rounds", round);
        properties.put("kept", true);
        return properties;
    }
}
