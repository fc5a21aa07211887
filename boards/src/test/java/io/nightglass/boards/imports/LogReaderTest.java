package io.nightglass.boards.imports;

import static io.nightglass.boards.imports.LogFixture.facts;
import static io.nightglass.boards.imports.LogFixture.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.nightglass.catalog.Direction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shapes in which loops keep their logs, one small log each. */
class LogReaderTest {
    private static final String PLAIN =
            "commit\tval_bpb\tmemory_gb\tstatus\tdescription\na1b2c3d\t1.2\t4.0\tkeep\tbaseline\nb2c3d4e\t1.1\t4.0\tkeep\twider\n"
                    + "c3d4e5f\t0.000000\t0.0\tcrash\tOOM\nd4e5f6a\t1.3\t4.1\tdiscard\tdeeper\n";

    @TempDir
    private Path folder;

    @Test
    void readsTheLogOfTheContract() throws IOException {
        var facts = facts(folder, "results.tsv", PLAIN);
        assertEquals(4, facts.dataRows());
        assertEquals(Map.of("keep", 2, "crash", 1, "discard", 1), facts.rowsByStatus());
        assertEquals("val_bpb", facts.metric());
        assertEquals(Direction.MINIMIZE, facts.direction());
        assertEquals(1.1, facts.bestValue());
        assertEquals(3, facts.bestLine());
        assertEquals(List.of(2, 0, 1, 0), List.of(facts.kept(), facts.baseline(), facts.crashed(), facts.malformed()));
    }

    @Test
    void findsTheMetricAlsoWhereMostRowsHaveNoNumber() throws IOException {
        var header = "commit\tval_bpb\tmemory_gb\tstatus\tdescription\n";
        for (var rest : List.of(
                "b\tNaN\t1\tcrash\tx\nc\tFAILED\t1\tcrash\tx\nd\tNaN\t1\tcrash\tx\n",
                "b\tNaN\t1\tdiscard\tx\nc\tnone\t1\tdiscard\tx\nd\t-\t1\tdiscard\tx\n")) {
            var facts = facts(folder, "results.tsv", header + "a\t0.9\t1\tkeep\tx\n" + rest);
            assertEquals("val_bpb", facts.metric());
            assertEquals(0.9, facts.bestValue());
        }
        var none = facts(folder, "results.tsv", header + "a\tNaN\t1\tcrash\tx\n");
        assertEquals("val_bpb", none.metric());
        assertNull(none.bestValue());
    }

    @Test
    void doesNotMindByteOrderMarksAndWindowsLineEnds() throws IOException {
        assertEquals(
                facts(folder, "results.tsv", PLAIN),
                facts(folder, "results.tsv", "\uFEFF" + PLAIN.replace("\n", "\r\n")));
    }

    @Test
    void readsUtf16AsSpreadsheetsSaveIt() throws IOException {
        var file = Files.write(folder.resolve("results.tsv"), ("\uFEFF" + PLAIN).getBytes(StandardCharsets.UTF_16LE));
        assertEquals(1.1, Facts.of(LogReader.read(file, LogFixture.OPTIONS)).bestValue());
    }

    @Test
    void passesOverCommentsAndBlankLinesAndCountsPhysicalLines() throws IOException {
        var facts = facts(folder, "r.tsv", "# a night\n\ncommit\tscore\tstatus\n\n# later\nabc1234\t3\tkeep\n\t\n");
        assertEquals(1, facts.dataRows());
        assertEquals(6, facts.bestLine());
    }

    @Test
    void takesTheDirectionACommentStates() throws IOException {
        var facts =
                facts(folder, "r.tsv", "# metric_direction: lower_is_better\niteration\tmetric\tstatus\n0\t3\tkeep\n");
        assertEquals(Direction.MINIMIZE, facts.direction());
    }

    @Test
    void knowsALogWithoutAHeaderByItsNumbers() throws IOException {
        var facts =
                facts(folder, "r.tsv", "a1b2c3d\t5.0\tkeep\tfirst\nb2c3d4e\t7.0\tkeep\tmore\n-\t6.0\tdiscard\tno\n");
        assertEquals(3, facts.dataRows());
        assertEquals("#1", facts.metric());
        assertEquals(Direction.MAXIMIZE, facts.direction());
        assertEquals(2, facts.bestLine());
    }

    @Test
    void findsTheMetricOfALogWithoutAHeaderBehindItsIds() throws IOException {
        var facts = facts(
                folder,
                "r.tsv",
                "8\t-\t35261\t+14\t-\tdiscard\tworse\n6\t9788b69a0\t9546\t-1924\tpass*\tkeep\tflat\n"
                        + "7\ta0ffe6cd7\t9194\t-352\tpass\tkeep\tinline\n9\t2a5d083ad\t8652\t-542\tpass\tkeep\tsmall\n4\t-\t-\t-\t-\tcrash\ttoo deep\n");
        assertEquals("#2", facts.metric());
        assertEquals(Direction.MINIMIZE, facts.direction());
        assertEquals(8652.0, facts.bestValue());
        assertEquals(1, facts.crashed());
    }

    @Test
    void tellsTheWholeFromItsParts() throws IOException {
        var rows = "\tstatus\na\t0.1\t0.7\tkeep\nb\t0.9\t0.8\tkeep\n";
        assertEquals(
                "acs",
                facts(folder, "r.tsv", "commit\tacs\tself_org_score" + rows).metric());
        assertEquals(
                "overall_score",
                facts(folder, "r.tsv", "commit\tmmc_mean\toverall_score" + rows).metric());
        assertEquals(
                "val_acc",
                facts(folder, "r.tsv", "commit\ttrain_loss\tval_acc" + rows).metric());
        assertEquals(
                "pass_rate",
                facts(folder, "r.tsv", "commit\tn_params\tpass_rate" + rows).metric());
    }

    @Test
    void staysWithTheColumnThatSaysMetricHoweverLittleIsInIt() throws IOException {
        var facts = facts(
                folder,
                "r.tsv",
                "iteration\tmetric\tgates_pass\tstatus\n0\t7\t0\tbaseline\n1\t7/9\t0\tdiscard\n2\t7/8\t1\tdiscard\n");
        assertEquals("metric", facts.metric());
    }

    @Test
    void readsVerdictsThatGoOnToSayWhy() {
        assertEquals(Outcome.REVERTED, Outcome.of("reverted_worse"));
        assertEquals(Outcome.REVERTED, Outcome.of("Discard (noise)"));
        assertEquals(Outcome.CRASHED, Outcome.of("crash-oom"));
        assertEquals(Outcome.KEPT, Outcome.of(" KEPT "));
        assertEquals(Outcome.UNKNOWN, Outcome.of("keep-candidate"));
        assertEquals(Outcome.UNKNOWN, Outcome.of("reversible"));
    }

    @Test
    void readsTheDirectionOffTheColumnItself() throws IOException {
        var log = "commit\tfoo (lower is better)\tstatus\na\t3\tkeep\nb\t2\tkeep\n";
        assertEquals(Direction.MINIMIZE, facts(folder, "r.tsv", log).direction());
        assertEquals(
                Direction.MAXIMIZE,
                facts(folder, "r.tsv", log.replace("(lower is better)", "\u2191"))
                        .direction());
    }

    @Test
    void keepsOutRowsOfAnotherLengthAndSaysWhichAndWhy() throws IOException {
        var log = read(
                folder,
                "r.tsv",
                PLAIN + "e5f6a7b\t1.0\tkeep\n=====\nf6a7b8c\\t1.0\\t4\\tkeep\\tx\n"
                        + PLAIN.lines().findFirst().orElseThrow());
        assertEquals(
                List.of(
                        new Malformed(6, "3 fields where the header has 5"),
                        new Malformed(7, "a ruler, not a row"),
                        new Malformed(8, "backslash-t is written out where a tab should be"),
                        new Malformed(9, "the header again")),
                log.table().malformed());
        assertEquals(4, Facts.of(log).rowsByStatus().get("<malformed>"));
        assertEquals(1.1, Facts.of(log).bestValue());
    }

    @Test
    void readsALogWhoseTabsWereAllWrittenOut() throws IOException {
        assertEquals(1.1, facts(folder, "r.tsv", PLAIN.replace("\t", "\\t")).bestValue());
    }

    @Test
    void honoursTheQuotesOfCommaLogsAndCountsTheirLines() throws IOException {
        var facts = facts(
                folder,
                "results.csv",
                "commit,val_bpb,status,description\na1b2c3d,1.2,keep,\"one, \"\"two\"\"\nthree\"\nb2c3d4e,1.1,keep,x\n");
        assertEquals(2, facts.dataRows());
        assertEquals(4, facts.bestLine());
        assertEquals(0, facts.malformed());
    }

    @Test
    void readsMarkdownTables() throws IOException {
        var facts =
                facts(folder, "r.tsv", "| commit | accuracy | status |\n|---|---:|---|\n| a1b2c3d | 0.5 | keep |\n");
        assertEquals(0.5, facts.bestValue());
        assertEquals(1, facts.dataRows());
    }

    @Test
    void readsJsonLinesWithTheirConfig() throws IOException {
        var facts = facts(folder, "autoresearch.jsonl", """
                {"type":"config","name":"x","metricName":"total_ms","bestDirection":"lower"}
                {"run":1,"commit":"a1b2c3d","metric":10,"metrics":{"parse_ms":4},"status":"keep","description":"b","segment":0}
                {"run":2,"metric":0,"status":"crash","segment":0}
                {"run":3,"metric":9
                {"run":4,"metric":8,"status":"checks_failed","segment":0}
                """);
        assertEquals(4, facts.dataRows());
        assertEquals("total_ms", facts.metric());
        assertEquals(10.0, facts.bestValue());
        assertEquals(2, facts.crashed());
        assertEquals(1, facts.malformed());
    }

    @Test
    void readsKeptFlagsWhereThereIsNoStatus() throws IOException {
        var facts = facts(
                folder,
                "l.jsonl",
                "{\"iter\":0,\"bleu\":2.1,\"keep\":true}\n{\"iter\":1,\"bleu\":2.0,\"keep\":false}\n");
        assertEquals(Map.of("True", 1, "False", 1), facts.rowsByStatus());
        assertEquals(1, facts.kept());
        assertEquals("bleu", facts.metric());
    }

    @Test
    void asksRatherThanGuesses() throws IOException {
        var log = read(folder, "r.tsv", "iteration\tmetric\tstatus\n0\t73.1\tbaseline\n1\t73.2\tkeep\n");
        assertNull(Facts.of(log).direction());
        assertNull(Facts.of(log).bestValue());
        assertEquals(false, log.isReady());
    }

    @Test
    void namesTheBestWithoutADirectionWhereAllScoresAreOne() throws IOException {
        var log = read(folder, "r.tsv", "iteration\tmetric\tstatus\n0\t73.1\tbaseline\n");
        assertNull(Facts.of(log).direction());
        assertEquals(73.1, Facts.of(log).bestValue());
        assertEquals(2, Facts.of(log).bestLine());
    }

    @Test
    void learnsFromWhatWasKeptWhenTheNameSaysNothing() throws IOException {
        var log = "iteration\tmetric\tstatus\n0\t10\tbaseline\n1\t9\tkeep\n2\t12\tdiscard\n3\t8\tkeep\n";
        assertEquals(Direction.MINIMIZE, facts(folder, "r.tsv", log).direction());
    }

    @Test
    void takesAZeroThatCannotBeForNoMeasurement() throws IOException {
        var facts =
                facts(folder, "r.tsv", "commit\tval_rmse\tstatus\na\t3.5\tkeep\nb\t0.0000\tkeep\nc\t3.6\tdiscard\n");
        assertEquals(3.5, facts.bestValue());
        var faults = facts(folder, "r.tsv", "commit\tfailures\tstatus\na\t3\tkeep\nb\t0\tkeep\n");
        assertEquals(0.0, faults.bestValue());
    }

    @Test
    void takesTheOwnersWordForMetricAndDirection() throws IOException {
        var file = Files.writeString(folder.resolve("r.tsv"), PLAIN);
        var options = new LogOptions("p", "c", "memory_gb", Direction.MAXIMIZE);
        assertEquals(4.1, Facts.of(LogReader.read(file, options)).bestValue());
        var unknown = LogReader.read(file, new LogOptions("p", "c", "loss", null));
        assertEquals(
                "has no column loss; its columns are commit, val_bpb, memory_gb, status, description",
                unknown.problem());
    }

    @Test
    void readsAnyFileAtAll() throws IOException {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            var bytes = new byte[random.nextInt(3000)];
            var alphabet = "\t\t\n\n,;\"|#{}[]:.-0123keepcrash\\\u00e9 \r".getBytes(StandardCharsets.UTF_8);
            for (int b = 0; b < bytes.length; b++) {
                bytes[b] = i % 3 == 0 ? (byte) random.nextInt(256) : alphabet[random.nextInt(alphabet.length)];
            }
            var file = Files.write(folder.resolve(i % 2 == 0 ? "any.tsv" : "any.jsonl"), bytes);
            var log = LogReader.read(file, LogFixture.OPTIONS);
            assertNotNull(Facts.of(log).toJson(), "seed " + seed);
            assertNotNull(LogReport.of(log), "seed " + seed);
            assertEquals(log.rounds().size(), LogFixture.events(log).size(), "seed " + seed);
        }
    }

    @Test
    void saysWhatIsWrongWithWhatIsNoLog() throws IOException {
        assertEquals(
                "does not exist",
                LogReader.read(folder.resolve("none.tsv"), LogFixture.OPTIONS).problem());
        assertEquals("is a folder", LogReader.read(folder, LogFixture.OPTIONS).problem());
        var binary = Files.write(folder.resolve("b.tsv"), new byte[] {1, 0, 2});
        assertEquals(
                "is a binary file, not a log",
                LogReader.read(binary, LogFixture.OPTIONS).problem());
        var empty = facts(folder, "e.tsv", "");
        assertEquals(0, empty.dataRows());
        assertNull(empty.problem());
    }

    @Test
    void isNotImpressedByALineOfManyMegabytes() throws IOException {
        assertEquals(
                0,
                facts(folder, "r.tsv", "commit\tscore\tstatus\n" + "\t".repeat(5_000_000))
                        .kept());
        assertEquals(0, facts(folder, "r.tsv", "x".repeat(5_000_000)).kept());
    }
}
