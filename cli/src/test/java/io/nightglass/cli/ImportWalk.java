package io.nightglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.cli.pane.RunningPane;
import io.nightglass.server.Config;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** An old log on its way into a real pane. */
class ImportWalk {
    private static final String LOG = "commit\tval_bpb\tmemory_gb\tstatus\tdescription\n"
            + "a1b2c3d\t1.20\t4.0\tkeep\tbaseline\nb2c3d4e\t1.10\t4.5\tkeep\tit's \\ \"wider\"\n"
            + "c3d4e5f\t0.000000\t0.0\tcrash\tOOM\nd4e5f6a\t1.30\t4.1\tdiscard\tdeeper\n";

    @TempDir
    private Path folder;

    private RunningPane pane;

    /** What a command printed and its exit code. */
    private record Outcome(int code, String out, String err) {}

    @BeforeEach
    void start() throws IOException {
        pane = RunningPane.open(
                new Config("127.0.0.1", 0, folder.resolve("pane"), null, null, ZoneOffset.UTC, InstantSource.system()));
    }

    @AfterEach
    void stop() {
        pane.close();
    }

    @Test
    void bringsEveryRoundOnceHoweverOftenItIsImportedAndAddsWhatGrew() throws IOException {
        var log = Files.writeString(folder.resolve("results.tsv"), LOG);
        var first = run("autoresearch", log.toString());
        assertEquals(0, first.code(), first.err());
        assertTrue(first.out().contains("4 rounds, 19 events new; 0 events already there"), first.out());
        assertTrue(
                run("autoresearch", log.toString()).out().contains("0 rounds, 0 events new; 19 events already there"));

        Files.writeString(log, LOG + "e5f6a7b\t1.05\t4.4\tkeep\tlast\n");
        var grown = run("autoresearch", log.toString(), "--format", "json");
        var json = JsonMapper.shared().readTree(grown.out()).get(0);
        assertEquals(1, json.path("rounds_new").asInt());
        assertEquals(5, json.path("events_new").asInt());
        assertEquals(19, json.path("events_there").asInt());

        assertEquals(List.of("24"), ask("SELECT count() FROM events WHERE properties.imported = true"));
        assertEquals(
                List.of("crashed 1", "kept 3", "reverted 1"),
                ask("SELECT verdict, count() FROM rounds GROUP BY verdict ORDER BY verdict"));
        assertEquals(
                List.of("1.05"),
                ask("SELECT min(score) FROM rounds WHERE verdict = 'kept' AND project = 'autoresearch'"));
        assertEquals(
                List.of("it's \\ \"wider\""),
                ask("SELECT DISTINCT properties.description FROM events WHERE properties.import_line = 3"));
    }

    @Test
    void importsNothingOfALogThatDoesNotTellItsDirection() throws IOException {
        var log = Files.writeString(folder.resolve("r.tsv"), "iteration\tmetric\tstatus\n0\t73.1\tbaseline\n");
        var asked = run("autoresearch", log.toString());
        assertEquals(2, asked.code());
        assertTrue(asked.err().contains("--direction"), asked.err());
        assertEquals(List.of("0"), ask("SELECT count() FROM events"));
        assertEquals(
                0,
                run("autoresearch", log.toString(), "--direction", "maximize").code());
        assertEquals(List.of("73.1 maximize"), ask("SELECT score, direction FROM rounds"));
    }

    @Test
    void needsNoPaneToSayWhatIsInALog() throws IOException {
        var log = Files.writeString(folder.resolve("r.tsv"), LOG);
        var said = run("autoresearch", log.toString(), "--dry-run", "--format", "json");
        assertEquals(0, said.code());
        var facts = JsonMapper.shared().readTree(said.out()).get(0);
        assertEquals(log.toString(), facts.path("path").asString());
        assertEquals("minimize", facts.path("direction").asString());
        assertEquals(3, facts.path("best_line").asInt());
        assertEquals(List.of("0"), ask("SELECT count() FROM events"));
    }

    @Test
    void goesOnToTheNextFileAndFailsInTheEnd() throws IOException {
        var log = Files.writeString(folder.resolve("r.tsv"), LOG);
        var result = run("autoresearch", folder.resolve("none.tsv").toString(), log.toString());
        assertEquals(1, result.code());
        assertTrue(result.err().contains("does not exist"), result.err());
        assertFalse(ask("SELECT count() FROM events").equals(List.of("0")));
    }

    private Outcome run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var words = new ArrayList<>(List.of(arguments));
        words.addAll(List.of("--data", folder.resolve("pane").toString()));
        int code = new CommandLine(new ImportCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(words.toArray(String[]::new));
        return new Outcome(code, out.toString(), err.toString());
    }

    private List<String> ask(String hogql) {
        var rows = new ArrayList<String>();
        for (var row : pane.client().query(hogql).path("results")) {
            var cells = new ArrayList<String>();
            row.forEach(cell -> cells.add(cell.asString()));
            rows.add(String.join(" ", cells));
        }
        return rows;
    }
}
