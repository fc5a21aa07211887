package io.nightglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.cli.pane.RunningPane;
import io.nightglass.cli.sample.SampleNights;
import io.nightglass.server.Config;
import io.nightglass.server.page.format.Money;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * The morning report of the sample nights, asked as a user asks, and held to the first page and to the boards. What it
 * prints stands in {@code golden/report}; {@code -Dgolden.write=true} writes it anew.
 */
class ReportWalk {
    private static final Path FOLDER = Path.of("src/test/resources/golden/report");
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant MORNING = Instant.parse("2026-05-16T06:30:00Z");
    private static final Pattern FIGURE = Pattern.compile(
            "<data(?: class=\"from\")? value=\"([^\"]*)\" data-of=\"([^\"]*)\" data-figure=\"([^\"]*)\">");

    @TempDir
    private static Path data;

    private static RunningPane pane;

    @BeforeAll
    static void writeNights() throws IOException {
        pane = RunningPane.open(
                new Config("127.0.0.1", 0, data, "phc_golden", "phx_golden", ZONE, InstantSource.fixed(MORNING)));
        var nights = SampleNights.before(MORNING, ZONE);
        nights.write(pane.client()::send);
        pane.client().annotate(Instant.parse("2026-05-14T16:20:00Z"), "planner prompt: <b>facts</b> before the *task*");
    }

    @AfterAll
    static void close() {
        pane.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "md", "json"})
    void printsAsItsFileSays(String format) throws IOException {
        var printed = printed("--format", format);
        var file = FOLDER.resolve("report." + format);
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, printed);
        }
        assertEquals(Files.readString(file), printed);
    }

    @Test
    void theFirstPageShowsTheNumbersOfTheReport() {
        var figures = figures(pane.client().look("/"));
        var sums = new HashMap<String, Long>();
        for (var project : json().path("projects").values()) {
            var name = project.path("project").asString("no project");
            for (var figure : new String[] {"rounds", "kept", "best_before", "best_after", "cost_usd", "wasted_usd"}) {
                same(project.path(figure), figures, name + " " + figure);
            }
            if (!project.path("cost_per_kept").isNull()) {
                same(project.path("cost_per_kept"), figures, name + " cost_per_kept");
            }
            var leak = project.path("leak");
            same(leak.path("lost"), figures, name + " lost " + leak.path("step").asString());
            for (var figure : new String[] {"escalations", "anomalies", "failed_calls"}) {
                sums.merge(figure, project.path(figure).asLong(), Long::sum);
            }
            for (var dim : project.path("regressions").values()) {
                sums.merge("regressions", dim.path("regressions").asLong(), Long::sum);
            }
        }
        sums.forEach((figure, sum) -> assertEquals(sum, Long.parseLong(figures.get("all " + figure)), figure));
        assertTrue(sums.getOrDefault("escalations", 0L) > 0, "the sample night has escalations");
    }

    @Test
    void thePageNamesEveryStopChangeAndTheMoneyOfItsFailures() {
        var page = pane.client().look("/");
        var costs = new HashMap<String, BigDecimal>();
        for (var project : json().path("projects").values()) {
            for (var stop : project.path("stop_reasons").values()) {
                assertTrue(page.contains("data-stop=\"" + stop.path("reason").asString() + "\""), page);
            }
            for (var mode : project.path("failure_modes").values()) {
                costs.merge(
                        mode.path("failure_mode").asString(),
                        mode.path("cost_usd").decimalValue(),
                        BigDecimal::add);
            }
        }
        var figures = figures(page);
        costs.forEach((mode, cost) ->
                assertEquals(0, cost.compareTo(new BigDecimal(figures.get(mode + " failure_cost"))), mode));
        assertTrue(page.contains("planner prompt: &lt;b>facts&lt;/b> before") || page.contains("&lt;b&gt;facts"), page);
    }

    @Test
    void theTextSaysTheNumbersOfTheJson() {
        var text = printed();
        for (var project : json().path("projects").values()) {
            assertTrue(text.contains("\n" + project.path("project").asString("no project") + "\n"), text);
            var rounds = "%d: %d kept, %d reverted, %d crashed, %d open"
                    .formatted(
                            project.path("rounds").asLong(),
                            project.path("kept").asLong(),
                            project.path("reverted").asLong(),
                            project.path("crashed").asLong(),
                            project.path("open").asLong());
            assertTrue(text.contains(rounds), rounds + text);
            assertTrue(text.contains(Money.of(project.path("cost_usd").doubleValue())), text);
            var leak = project.path("leak").path("step").asString();
            assertTrue(text.contains("lost at " + leak), text);
        }
    }

    @Test
    void theMoneyOfANightIsTheLedgers() {
        var ledger = pane.client().query("""
                SELECT project, sum(cost_usd) FROM costs
                WHERE timestamp >= toDateTime('2026-05-14 12:00:00') AND timestamp < toDateTime('2026-05-15 12:00:00')
                GROUP BY project ORDER BY project""").path("results");
        for (var row : ledger.values()) {
            var project = json().path("projects")
                    .valueStream()
                    .filter(one -> one.path("project").equals(row.get(0)))
                    .findFirst()
                    .orElseThrow();
            assertEquals(row.get(1).doubleValue(), project.path("cost_usd").doubleValue(), 1e-9);
        }
        assertTrue(ledger.size() > 1, ledger.toString());
    }

    @Test
    void refusesWhatIsNoNightAndNoFormat() {
        var err = new StringWriter();
        assertEquals(
                2, Main.execute(new PrintWriter(new StringWriter()), new PrintWriter(err), "report", "--night", "x"));
        assertTrue(err.toString().contains("'x' is no date; write YYYY-MM-DD"), err::toString);
        var empty = printed("--night", "2031-01-01", "--format", "json");
        assertTrue(empty.contains("\"projects\" : [ ]") || empty.contains("\"projects\" : []"), empty);
        assertTrue(printed("--night", "2031-01-01").contains("Nothing ran this night"));
    }

    private static void same(JsonNode expected, Map<String, String> figures, String name) {
        if (expected.isNull()) {
            assertEquals(null, figures.get(name), name);
        } else {
            assertTrue(figures.containsKey(name), name + " is not on the page: " + figures.keySet());
            assertEquals(0, expected.decimalValue().compareTo(new BigDecimal(figures.get(name))), name);
        }
    }

    private static Map<String, String> figures(String page) {
        var figures = new HashMap<String, String>();
        var found = FIGURE.matcher(page);
        while (found.find()) {
            figures.put(found.group(2) + " " + found.group(3), found.group(1));
        }
        return figures;
    }

    private static JsonNode json() {
        return pane.client().get("/api/projects/@current/report/");
    }

    private static String printed(String... more) {
        var arguments = new java.util.ArrayList<>(java.util.List.of("report", "--data", data.toString()));
        arguments.addAll(java.util.List.of(more));
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Main.execute(new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
        assertEquals(0, code, err::toString);
        return out.toString();
    }
}
