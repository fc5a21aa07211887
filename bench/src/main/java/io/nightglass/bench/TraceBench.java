package io.nightglass.bench;

import io.nightglass.boards.Asker;
import io.nightglass.boards.BoardQuery;
import io.nightglass.boards.BoardRunner;
import io.nightglass.boards.Boards;
import io.nightglass.store.duckdb.DuckDbEventStore;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What texts of model calls cost and what is asked of them: a trace and the list of calls in a folder full of them, texts
 * taken in beside bare appends of the same rows, boards beside those of a folder without texts.
 */
@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        description =
                "A trace of 200 events and the list of calls in a folder with texts of model calls; ingest of texts"
                        + " against bare appends; boards with texts against boards without.",
        footer = {"", "Example: nightglass bench trace --events 10000000 --folder /tmp/bench-trace"})
final class TraceBench implements Callable<Integer> {
    private static final int CONNECTIONS = 16;
    private static final int WARM_UP = 20;

    @Option(
            names = "--events",
            defaultValue = "10000000",
            description =
                    "events in each of the two folders; about an eighth are model calls (default: ${DEFAULT-VALUE})")
    private int events = 10_000_000;

    @Option(
            names = "--characters",
            defaultValue = "2000",
            description = "of a prompt; a completion has a quarter of it (default: ${DEFAULT-VALUE})")
    private int characters = 2_000;

    @Option(
            names = "--times",
            defaultValue = "21",
            description = "how often each is asked; the median counts (default: ${DEFAULT-VALUE})")
    private int times = 21;

    @Option(names = "--folder", description = "kept and filled further; without it, a temporary one")
    private @Nullable Path folder;

    @Option(names = "--jar", description = "the runnable jar", defaultValue = "cli/target/nightglass.jar")
    private Path jar = Path.of("cli/target/nightglass.jar");

    @Override
    public Integer call() throws IOException, SQLException {
        var place = folder == null ? Files.createTempDirectory("nightglass-bench") : folder;
        try {
            texts(place);
            var with = filled(place.resolve("with"), new AiTexts(characters));
            asked(with);
            var without = filled(place.resolve("without"), AiTexts.NONE);
            boards(with, without);
        } finally {
            if (folder == null) {
                Folders.delete(place);
            }
        }
        return 0;
    }

    private Path filled(Path place, AiTexts texts) throws IOException {
        Files.createDirectories(place);
        var data = place.resolve("data");
        System.out.printf("%n%,d events, %s%n", events, texts.characters() > 0 ? "with texts" : "without texts");
        new Filling(jar, data, new Corpus(Integer.MAX_VALUE, texts)).fillTo(events);
        return data;
    }

    /** A trace and the list of calls, over HTTP from the pane as it runs. */
    private void asked(Path data) throws IOException {
        var round = new BenchRound();
        try (var pane = PaneProcess.start(jar, data, Ports.free());
                var http = HttpClient.newHttpClient()) {
            new Load(pane.host(), 1, true).full(List.of(round.body(characters)));
            var trace = "/api/projects/@current/trace/?format=json&round_id=" + round.id();
            System.out.printf(
                    "%-34s %8.1f ms (promise 50)%n", "a trace of 200 events", median(() -> get(http, pane, trace)));
            System.out.printf("%-34s %8.1f ms%n", "its page", median(() -> get(http, pane, "/rounds/" + round.id())));
            for (var list : List.of("/generations", "/errors", "/sessions")) {
                System.out.printf("%-34s %8.1f ms (promise 150)%n", list, median(() -> get(http, pane, list)));
            }
        }
    }

    private static Object get(HttpClient http, PaneProcess pane, String path) throws IOException {
        var request = HttpRequest.newBuilder(pane.host().resolve(path))
                .header("Authorization", "Bearer " + PaneProcess.PERSONAL_KEY)
                .timeout(Duration.ofSeconds(60))
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IOException("%s answered %d".formatted(path, answer.statusCode()));
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Bytes of text a second, durable over HTTP, beside the bare engine with the same rows. */
    private void texts(Path place) throws IOException, SQLException {
        var own = place.resolve("texts");
        Folders.delete(own);
        var data = own.resolve("data");
        var calls = new Corpus(Integer.MAX_VALUE, new AiTexts(16 * characters)).onlyCalls();
        int count = Math.min(6_000, calls.size() / Corpus.BATCH * Corpus.BATCH);
        int warm = count / 2;
        Load.Result load;
        try (var pane = PaneProcess.start(jar, data, Ports.free())) {
            var sender = new Load(pane.host(), CONNECTIONS, true);
            sender.full(calls.bodies(warm));
            load = sender.full(calls.bodies(count));
        }
        var rows = RawAppend.of(data, warm, count);
        rows.run(own.resolve("bare-warm"));
        var bare = rows.run(own.resolve("bare"));
        double megabytes = count * (16.0 * characters * 5 / 4) / 1e6;
        double ours = megabytes / (load.wall().toNanos() / 1e9);
        double theirs = megabytes / (bare.toNanos() / 1e9);
        System.out.printf(
                "%,d calls of %,d characters: %.1f MB/s of text over HTTP, %.1f MB/s bare, %.2fx (promise 0.50x)%n",
                count, 16 * characters * 5 / 4, ours, theirs, ours / theirs);
        Folders.delete(own);
    }

    private void boards(Path with, Path without) {
        var texts = boards(with);
        var none = boards(without);
        System.out.println();
        texts.forEach((board, median) -> System.out.printf(
                "%-22s %8.1f ms with texts, %8.1f ms without, %.2fx (promise 1.10x)%n",
                board, median, none.get(board), median / Objects.requireNonNull(none.get(board))));
    }

    private Map<String, Double> boards(Path data) {
        var medians = new TreeMap<String, Double>();
        try (var store = DuckDbEventStore.open(data, InstantSource.system())) {
            var asker = new Asker(store, ZoneOffset.UTC, InstantSource.system());
            var usual = BoardQuery.lastDays(asker.today());
            for (int i = 0; i < WARM_UP; i++) {
                Boards.ALL.forEach(board -> new BoardRunner(asker).run(board, usual));
            }
            for (var board : Boards.ALL) {
                medians.put(board.id(), median(() -> new BoardRunner(asker).run(board, usual)));
            }
        }
        return medians;
    }

    private double median(Question question) {
        var all = new ArrayList<Double>();
        try {
            for (int i = 0; i < WARM_UP; i++) {
                question.ask();
            }
            for (int i = 0; i < times; i++) {
                long began = System.nanoTime();
                question.ask();
                all.add((System.nanoTime() - began) / 1e6);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
        return all.stream().sorted().skip(all.size() / 2).findFirst().orElseThrow();
    }

    /** Something whose time is taken. */
    private interface Question {
        Object ask() throws IOException;
    }
}
