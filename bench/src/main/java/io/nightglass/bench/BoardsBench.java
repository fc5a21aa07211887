package io.nightglass.bench;

import io.nightglass.boards.Asker;
import io.nightglass.boards.BoardQuery;
import io.nightglass.boards.BoardRunner;
import io.nightglass.boards.Boards;
import io.nightglass.catalog.Envelope;
import io.nightglass.store.EventRow;
import io.nightglass.store.StoreException;
import io.nightglass.store.duckdb.DuckDbEventStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Boards and questions as the folder grows: each shipped board over the 30 days it opens with and over all there is, HogQL
 * over raw events beside the same SQL by hand, the rows of one round, and the boards asked of the ClickHouse engine over raw
 * events.
 */
@Command(
        name = "boards",
        mixinStandardHelpOptions = true,
        description = "Boards over a growing folder, beside SQL by hand and the ClickHouse engine.",
        footer = {"", "Example: nightglass bench boards --events 1000000,10000000 --chdb ~/chdb"})
final class BoardsBench implements Callable<Integer> {
    /** A pane that has been open for a while: its language is compiled, which takes some hundreds of questions. */
    private static final int WARM_UP = 100;

    /** Rows of a page. */
    private static final int PAGE = 100;

    @Option(
            names = "--events",
            split = ",",
            defaultValue = "1000000,10000000",
            description = "events in the folder at each measurement, ascending (default: ${DEFAULT-VALUE})")
    private List<Integer> events = List.of();

    @Option(
            names = "--times",
            defaultValue = "9",
            description = "how often each is asked; the median counts (default: ${DEFAULT-VALUE})")
    private int times = 9;

    @Option(names = "--folder", description = "kept and filled further; without it, a temporary one")
    private @Nullable Path folder;

    @Option(names = "--chdb", description = "a folder with npm package chdb; without it ClickHouse is not run")
    private @Nullable Path chdb;

    @Option(names = "--jar", description = "the runnable jar", defaultValue = "cli/target/nightglass.jar")
    private Path jar = Path.of("cli/target/nightglass.jar");

    private final Map<String, List<Double>> growth = new TreeMap<>();

    @Override
    public Integer call() throws IOException, SQLException {
        var place = folder == null ? Files.createTempDirectory("nightglass-bench") : folder;
        try {
            var filling = new Filling(jar, place.resolve("data"));
            for (int count : events) {
                System.out.printf("%n%,d events%n", count);
                filling.fillTo(count);
                measure(place);
            }
            growth.forEach((board, medians) -> System.out.printf(
                    "%s: %.1fx from the first size to the last%n", board, medians.getLast() / medians.getFirst()));
        } finally {
            if (folder == null) {
                Folders.delete(place);
            }
        }
        return 0;
    }

    private void measure(Path place) throws IOException, SQLException {
        var data = place.resolve("data");
        var boards = new TreeMap<String, Double>();
        var copy = place.resolve("by-hand");
        copyFile(data, copy);
        try (var store = DuckDbEventStore.open(data, InstantSource.system())) {
            awaitStarted(store);
            var asker = new Asker(store, ZoneOffset.UTC, InstantSource.system());
            var whole = halfAYear(asker.today());
            var usual = BoardQuery.lastDays(asker.today());
            for (int i = 0; i < WARM_UP; i++) {
                Boards.ALL.forEach(board -> new BoardRunner(asker).run(board, usual));
            }
            for (var board : Boards.ALL) {
                var runner = new BoardRunner(asker);
                double opened = median(() -> runner.page(board, usual, 1, PAGE));
                boards.put(board.id(), median(() -> runner.run(board, usual)));
                System.out.printf(
                        "%-22s %8.1f ms its first rows, %8.1f ms all %,d of its 30 days, %8.1f ms of all nights%n",
                        board.id(),
                        opened,
                        boards.get(board.id()),
                        runner.run(board, usual).rows().size(),
                        median(() -> runner.run(board, whole)));
                growth.computeIfAbsent(board.id(), id -> new ArrayList<>()).add(boards.get(board.id()));
                growth.computeIfAbsent(board.id() + ", first rows", id -> new ArrayList<>())
                        .add(opened);
            }
            oneRound(asker);
            besideHand(asker, copy);
        }
        if (chdb == null) {
            System.out.println("ClickHouse: not run; say --chdb FOLDER after npm install chdb in it");
        } else {
            besideClickHouse(place, boards);
        }
    }

    /** The uuids of the last day are read beside the first questions; appends wait for them. */
    private static void awaitStarted(DuckDbEventStore store) {
        var row = new EventRow(
                UUID.randomUUID(),
                "bench_started",
                Instant.now(),
                "bench",
                new Envelope(null, null, null, null, null, null),
                JsonNodeFactory.instance.objectNode(),
                Instant.now(),
                List.of());
        for (boolean kept = false; !kept; ) {
            try {
                kept = store.append(List.of(row)).kept() == 1;
            } catch (StoreException e) {
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            }
        }
    }

    private void oneRound(Asker asker) {
        var rounds = asker.rows("SELECT round_id FROM rounds ORDER BY substring(round_id, 20) LIMIT 9", Map.of());
        var all = new ArrayList<Double>();
        for (var round : rounds) {
            all.add(median(() -> asker.ask(
                    "SELECT uuid, event, timestamp, properties FROM events WHERE round_id = {round} ORDER BY timestamp LIMIT 5000",
                    Map.of("round", round.requiredText("round_id")))));
        }
        System.out.printf("%-22s %8.1f ms (median of %d rounds)%n", "one round's events", middle(all), all.size());
    }

    /** The engine lets one program open a file, so who asks by hand has a copy of it. */
    private static void copyFile(Path data, Path copy) throws IOException {
        Files.createDirectories(copy);
        var name = Path.of("nightglass.duckdb");
        Files.copy(data.resolve(name), copy.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    /** In turns, for a machine that is quicker now than a minute ago. */
    private void besideHand(Asker asker, Path copy) throws IOException, SQLException {
        try (var file = RawFile.open(copy)) {
            for (var question : RawQuestion.ALL) {
                var ours = new ArrayList<Double>();
                var hand = new ArrayList<Double>();
                for (int i = 0; i < WARM_UP / 10 + times; i++) {
                    double mine = took(() -> asker.ask(question.hogql(), Map.of()));
                    double his = took(() -> file.ask(question.sql()));
                    if (i >= WARM_UP / 10) {
                        ours.add(mine);
                        hand.add(his);
                    }
                }
                System.out.printf(
                        "%-22s %8.1f ms HogQL, %8.1f ms by hand, %.2fx%n",
                        question.name(), middle(ours), middle(hand), middle(ours) / middle(hand));
            }
        }
        Folders.delete(copy);
    }

    private void besideClickHouse(Path place, Map<String, Double> boards) throws IOException, SQLException {
        var parquet = place.resolve("events.parquet");
        List<String> dims;
        try (var file = RawFile.open(place.resolve("data"))) {
            file.export(parquet);
            dims = file.dims();
        }
        var tables = place.resolve("clickhouse");
        Folders.delete(tables);
        try (var engine = ClickHouse.start(Objects.requireNonNull(chdb), tables)) {
            engine.ask(
                    "CREATE TABLE events ENGINE = MergeTree ORDER BY (toDate(assumeNotNull(timestamp)), assumeNotNull(event)) AS"
                            + " SELECT * FROM file('%s', Parquet)".formatted(parquet.toAbsolutePath()));
            Files.delete(parquet);
            for (var board : boards.keySet()) {
                var sql = BoardQuestions.clickHouse(board, BoardQuery.lastDays(LocalDate.now(ZoneOffset.UTC)), dims);
                double theirs = median(() -> engine.ask(sql));
                System.out.printf(
                        "%-22s %8.1f ms, %8.1f ms ClickHouse over raw events, %.2fx%n",
                        board, boards.get(board), theirs, boards.get(board) / theirs);
            }
        }
        Folders.delete(tables);
    }

    /** All the nights there are. */
    private static BoardQuery halfAYear(LocalDate today) {
        return new BoardQuery(today.minusDays(190), today, null, null);
    }

    private double median(Question question) {
        var all = new ArrayList<Double>();
        took(question); // warms up
        for (int i = 0; i < times; i++) {
            all.add(took(question));
        }
        return middle(all);
    }

    private static double took(Question question) {
        try {
            long began = System.nanoTime();
            question.ask();
            return (System.nanoTime() - began) / 1e6;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static double middle(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    /** Something whose time is taken. */
    private interface Question {
        Object ask() throws IOException, SQLException;
    }
}
