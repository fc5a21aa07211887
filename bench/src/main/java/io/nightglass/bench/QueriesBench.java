package io.nightglass.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** What capture feels of slow and huge queries: the same load on the same pane, alone and beside them. */
@Command(
        name = "queries",
        mixinStandardHelpOptions = true,
        description = "Answers of capture at half load, alone and beside slow and huge queries.",
        footer = {"", "Example: nightglass bench queries --seconds 30"})
final class QueriesBench implements Callable<Integer> {
    /** Each reads or makes far more than it answers; some end at a limit. */
    private static final List<String> HUGE = List.of(
            "SELECT a.uuid, b.uuid FROM events a CROSS JOIN events b ORDER BY a.timestamp, b.timestamp LIMIT 10",
            "SELECT distinct_id, event, uniq(uuid), groupArray(properties) FROM events GROUP BY distinct_id, event",
            "SELECT count() FROM numbers(100000) a CROSS JOIN numbers(100000) b WHERE a.number * b.number % 7 = 3",
            "SELECT properties FROM events ORDER BY properties DESC LIMIT 50000");

    @Option(names = "--events", defaultValue = "200000", description = "events there (default: ${DEFAULT-VALUE})")
    private int events = 200_000;

    @Option(names = "--seconds", defaultValue = "30", description = "of each load (default: ${DEFAULT-VALUE})")
    private int seconds = 30;

    @Option(names = "--jar", description = "the runnable jar", defaultValue = "cli/target/nightglass.jar")
    private Path jar = Path.of("cli/target/nightglass.jar");

    @Override
    public Integer call() throws IOException {
        var folder = Files.createTempDirectory("nightglass-bench");
        try (var pane = PaneProcess.start(jar, folder.resolve("data"), Ports.free())) {
            var corpus = new Corpus(60_000);
            var load = new Load(pane.host(), 16);
            var full = load.full(corpus.bodies(events));
            double half = events / (full.wall().toNanos() / 1e9) / 2 / Corpus.BATCH;
            System.out.printf("half load: %,.0f events/s%n", half * Corpus.BATCH);
            load.paced(corpus.bodies((int) (half * 5) * Corpus.BATCH), half);
            print("alone", load.paced(corpus.bodies((int) (half * seconds) * Corpus.BATCH), half), pane);
            beside(pane, load, corpus, half);
        } finally {
            Folders.delete(folder);
        }
        return 0;
    }

    private void beside(PaneProcess pane, Load load, Corpus corpus, double half) throws IOException {
        var goOn = new AtomicBoolean(true);
        var answers = new ConcurrentHashMap<Integer, Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var query : HUGE) {
                threads.submit(() -> {
                    while (goOn.get()) {
                        answers.merge(ask(pane, query), 1, Integer::sum);
                    }
                });
            }
            print(
                    "beside 4 huge queries",
                    load.paced(corpus.bodies((int) (half * seconds) * Corpus.BATCH), half),
                    pane);
            goOn.set(false);
        }
        Map<Integer, Integer> sorted = new TreeMap<>(answers);
        System.out.println("the queries were answered, by status: " + sorted);
    }

    private static int ask(PaneProcess pane, String query) {
        var json = JsonMapper.shared().createObjectNode();
        json.putObject("query").put("kind", "HogQLQuery").put("query", query);
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(pane.host().resolve("/api/projects/@current/query/"))
                                    .header("Authorization", "Bearer " + PaneProcess.PERSONAL_KEY)
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(json.toString()))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new IllegalStateException("a query broke: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void print(String when, Load.Result result, PaneProcess pane) throws IOException {
        System.out.printf(
                "capture %-22s p50 %6.1f ms, p99 %7.1f ms, most %7.1f ms; %d MB resident%n",
                when,
                result.answers().getValueAtPercentile(50) / 1000.0,
                result.answers().getValueAtPercentile(99) / 1000.0,
                result.answers().getMaxValue() / 1000.0,
                pane.residentMegabytes());
    }
}
