package io.nightglass.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A pane in a process of its own, started as the launcher starts it. */
final class PaneProcess implements AutoCloseable {
    static final String PROJECT_KEY = "phc_bench";
    static final String PERSONAL_KEY = "phx_bench";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Process process;
    private final URI host;
    private final Duration start;

    private PaneProcess(Process process, URI host, Duration start) {
        this.process = process;
        this.host = host;
        this.start = start;
    }

    /** Starts {@code java -jar} on {@code data} and waits for the first 200 of {@code /_health}. */
    static PaneProcess start(Path jar, Path data, int port) throws IOException {
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms32m",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TrimNativeHeapInterval=10000",
                "--enable-native-access=ALL-UNNAMED"));
        var cache = jar.resolveSibling("nightglass.aot");
        if (Files.exists(cache)) {
            line.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off"));
        }
        line.addAll(List.of("-jar", jar.toString(), "serve", "--port", Integer.toString(port)));
        line.addAll(List.of("--data", data.toString()));
        var command = new ProcessBuilder(line);
        command.environment().put("MALLOC_ARENA_MAX", "2");
        command.environment().put("NIGHTGLASS_PROJECT_KEY", PROJECT_KEY);
        command.environment().put("NIGHTGLASS_PERSONAL_KEY", PERSONAL_KEY);
        command.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.INHERIT);
        long began = System.nanoTime();
        var process = command.start();
        var host = URI.create("http://127.0.0.1:" + port);
        while (!healthy(host)) {
            if (!process.isAlive() || System.nanoTime() - began > PATIENCE.toNanos()) {
                process.destroyForcibly();
                throw new IOException("the pane did not become ready within " + PATIENCE.toSeconds() + " s");
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        return new PaneProcess(process, host, Duration.ofNanos(System.nanoTime() - began));
    }

    URI host() {
        return host;
    }

    /** From the start of the process to the first 200. */
    Duration startTime() {
        return start;
    }

    /** Resident memory now, in MB (10^6 bytes), as Linux tells it. */
    long residentMegabytes() throws IOException {
        for (var line : Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1_000_000;
            }
        }
        throw new IOException("no VmRSS in /proc/" + process.pid() + "/status");
    }

    private static boolean healthy(URI host) {
        try {
            var request = HttpRequest.newBuilder(host.resolve("/_health"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("the pane did not stop within 20 s of SIGTERM");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
