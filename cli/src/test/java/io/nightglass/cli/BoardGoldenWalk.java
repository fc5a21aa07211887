package io.nightglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nightglass.boards.Board;
import io.nightglass.boards.Boards;
import io.nightglass.cli.pane.RunningPane;
import io.nightglass.cli.sample.SampleNights;
import io.nightglass.server.Config;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * What each board answers over the sample nights, sent and asked over HTTP: a file each in
 * {@code src/test/resources/golden/boards}. {@code -Dgolden.write=true} writes the answers anew; look at what changed.
 */
class BoardGoldenWalk {
    private static final Path FOLDER = Path.of("src/test/resources/golden/boards");
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant MORNING = Instant.parse("2026-05-16T06:30:00Z");

    @TempDir
    private static Path data;

    private static RunningPane pane;

    @BeforeAll
    static void writeNights() throws IOException {
        pane = RunningPane.open(
                new Config("127.0.0.1", 0, data, "phc_golden", "phx_golden", ZONE, InstantSource.fixed(MORNING)));
        SampleNights.before(MORNING, ZONE).write(pane.client()::send);
    }

    @AfterAll
    static void close() {
        pane.close();
    }

    @ParameterizedTest
    @MethodSource("boards")
    void answersAsItsFileSays(String id) throws IOException {
        var answer = pane.client().get("/api/projects/@current/boards/%s?from=2026-05-01&to=2026-05-14".formatted(id));
        var golden = "== %s\n%s\n--\n%s\n"
                .formatted(
                        answer.path("question").asString(),
                        answer.path("hogql").asString().strip(),
                        rows(answer));
        var file = FOLDER.resolve(id + ".golden");
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, golden);
        }
        assertEquals(Files.readString(file), golden);
    }

    @Test
    void everyFileIsOfABoard() throws IOException {
        try (var files = Files.list(FOLDER)) {
            var named = files.map(file -> file.getFileName().toString().replace(".golden", ""))
                    .sorted()
                    .toList();
            assertEquals(boards().stream().sorted().toList(), named);
        }
    }

    private static List<String> boards() {
        return Boards.ALL.stream().map(Board::id).toList();
    }

    private static String rows(JsonNode answer) {
        var lines = new StringJoiner("\n");
        lines.add(line(answer.path("columns")));
        answer.path("rows").forEach(row -> lines.add(line(row)));
        return lines.toString();
    }

    private static String line(JsonNode cells) {
        return cells.valueStream().map(BoardGoldenWalk::cell).collect(Collectors.joining(" | "));
    }

    /** Sums depend on the order of their parts in their last digits. */
    private static String cell(JsonNode cell) {
        if (cell.isFloatingPointNumber()) {
            var rounded = BigDecimal.valueOf(cell.doubleValue()).round(new MathContext(9));
            return rounded.signum() == 0 ? "0.0" : Double.toString(rounded.doubleValue());
        }
        return cell.isString() ? cell.stringValue() : cell.toString();
    }
}
