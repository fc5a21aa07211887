package io.nightglass.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Sends bodies over a fixed number of connections. Each must be answered 200; anything else ends the measurement.
 *
 * @param connections how many requests are under way at once, one connection each
 * @param patient whether a 503 is waited out and the body sent again, as an SDK does
 */
record Load(URI host, int connections, boolean patient) {
    Load(URI host, int connections) {
        this(host, connections, false);
    }

    /**
     * @param wall from the first request to the last answer
     * @param answers microseconds from when a request was due to its answer, so that a stall counts for all it delays
     */
    record Result(Duration wall, Histogram answers) {}

    /** Sends {@code bodies} as fast as the answers come. */
    Result full(List<byte[]> bodies) {
        return paced(bodies, Double.POSITIVE_INFINITY);
    }

    /** Sends {@code bodies} at {@code perSecond} requests a second, late ones at once. */
    Result paced(List<byte[]> bodies, double perSecond) {
        var next = new AtomicInteger();
        var answers = new ConcurrentHistogram(Duration.ofMinutes(5).toNanos() / 1000, 3);
        long began = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var work = java.util.Collections.nCopies(connections, java.util.concurrent.Executors.callable(() -> {
                try (var http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
                    for (int i = next.getAndIncrement(); i < bodies.size(); i = next.getAndIncrement()) {
                        long due =
                                Math.max(began + (long) (i / perSecond * 1e9), perSecond < 1e9 ? 0 : System.nanoTime());
                        waitUntil(due);
                        send(http, bodies.get(i));
                        answers.recordValue((System.nanoTime() - due) / 1000);
                    }
                }
            }));
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("the load broke off: " + e.getMessage(), e);
        }
        return new Result(Duration.ofNanos(System.nanoTime() - began), answers);
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void send(HttpClient http, byte[] body) {
        var request = HttpRequest.newBuilder(host.resolve("/batch/"))
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            while (patient && answer.statusCode() == 503) {
                waitUntil(System.nanoTime() + Duration.ofSeconds(1).toNanos());
                answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            }
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("answered %d: %s".formatted(answer.statusCode(), answer.body()));
            }
        } catch (IOException e) {
            throw new IllegalStateException("a request broke: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
