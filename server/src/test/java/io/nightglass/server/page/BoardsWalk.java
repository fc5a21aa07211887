package io.nightglass.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.server.LivePane;
import io.nightglass.server.page.format.Money;
import io.nightglass.server.page.format.Times;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Each drawn board against its JSON: every number is on the page, and its link leads to exactly as many. */
class BoardsWalk {
    private static final String DAYS = "?from=2025-12-25&to=2026-01-01";
    private static final Pattern TOTAL = Pattern.compile("id=\"total\">([^<]*)<");

    @TempDir
    Path folder = Path.of(".");

    @ParameterizedTest
    @ValueSource(strings = {"day", "night"})
    void aCellOfTheHeatmapSaysItsAverageAndLeadsToItsRounds(String bucket) {
        try (var pane = BoardNights.open(folder)) {
            var page = page(pane, "dimension-heatmap", bucket);
            var rows = rows(pane, "dimension-heatmap", bucket);
            assertEquals(4, rows.size());
            for (var row : rows) {
                var start = "%s, %s: ".formatted(row.get(1).asString(), day(row));
                var link = labelled(page, start);
                long rounds = row.get(3).asLong();
                assertTrue(link.label().contains(" in %d round".formatted(rounds)), link.label());
                assertEquals(row.get(2).asDouble() < 0.7, link.label().endsWith("below 0.70"), link.label());
                assertEquals(counted(row.get(3), "round"), total(pane, link).replaceFirst(" +in gtm.*", ""));
            }
            var near = labelled(page, "dim_near, ");
            assertEquals(".69", near.text());
            assertTrue(near.label().contains(": 0.699 in"), near.label());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"day", "night"})
    void aStopAndAnEscalationLeadToTheEventsTheyAre(String bucket) {
        try (var pane = BoardNights.open(folder)) {
            var stops = page(pane, "stop-reasons", bucket);
            for (var row : rows(pane, "stop-reasons", bucket)) {
                var link = labelled(
                        stops,
                        "%s, %s: %s by %s"
                                .formatted(
                                        said(row.get(1), "no project"),
                                        day(row),
                                        counted(row.get(3), "stop"),
                                        said(row.get(2), "no reason")));
                assertEquals(counted(row.get(3), "stop"), total(pane, link));
            }
            var rises = page(pane, "escalations", bucket);
            for (var row : rows(pane, "escalations", bucket)) {
                var link = labelled(
                        rises,
                        "%s: %s from %s to %s"
                                .formatted(
                                        day(row),
                                        counted(row.get(3), "escalation"),
                                        said(row.get(1), "no model named"),
                                        said(row.get(2), "no model named")));
                assertEquals(counted(row.get(3), "escalation"), total(pane, link));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"day", "night"})
    void aDollarLeadsToItsLedgerRowsAndAKeptRoundToItself(String bucket) {
        try (var pane = BoardNights.open(folder)) {
            var page = page(pane, "cost-per-kept", bucket);
            var rows = rows(pane, "cost-per-kept", bucket);
            assertFalse(rows.isEmpty());
            for (var row : rows) {
                var spent = labelled(page, day(row) + ": ", " spent");
                var usd = Money.of(row.get(1).asDouble());
                assertTrue(spent.label().contains(usd), spent.label());
                assertTrue(total(pane, spent).endsWith(usd), total(pane, spent));
                if (row.get(4).asDouble() > 0) {
                    var lost = labelled(page, day(row) + ": ", " wasted");
                    assertTrue(lost.label().contains(Money.of(row.get(4).asDouble())), lost.label());
                    assertTrue(total(pane, lost).endsWith(Money.of(row.get(4).asDouble())));
                }
                if (row.get(2).asLong() > 0) {
                    var kept = labelled(page, day(row) + ": ", "kept");
                    assertTrue(kept.label().contains(Money.of(row.get(3).asDouble())), kept.label());
                    assertEquals(counted(row.get(2), "round") + " kept", total(pane, kept));
                }
            }
            assertTrue(page.contains("≥"), "a call has no price");
        }
    }

    @Test
    void aWeekOfATaskLeadsToItsMoneyAndItsRequests() {
        try (var pane = BoardNights.open(folder)) {
            var links = links(page(pane, "cost-compression", "day"));
            for (var row : rows(pane, "cost-compression", "day")) {
                var task = "task_type=" + said(row.get(1), "-");
                var week = LocalDate.parse(row.get(0).asString());
                var from = week.isBefore(LocalDate.parse("2025-12-25")) ? "2025-12-25" : week.toString();
                var of = links.stream()
                        .filter(link ->
                                link.href().contains(task) && link.href().contains("from=" + from))
                        .filter(link -> link.label().isEmpty())
                        .toList();
                var usd = row.get(2).asDouble() == 0
                        ? "not known"
                        : Money.of(row.get(2).asDouble());
                assertTrue(of.getFirst().text().endsWith(usd), of.getFirst().text());
                assertTrue(total(pane, of.getFirst()).endsWith(usd), total(pane, of.getFirst()));
                if (row.get(3).asLong() > 0) {
                    assertEquals(counted(row.get(3), "request"), of.get(1).text());
                    assertTrue(total(pane, of.get(1)).startsWith(counted(row.get(3), "request")));
                }
            }
        }
    }

    @Test
    void aModelAtATaskLeadsToItsCallsAndItsRounds() {
        try (var pane = BoardNights.open(folder)) {
            var page = page(pane, "model-fit", "day");
            var links = links(page);
            var rows = rows(pane, "model-fit", "day");
            assertEquals(3, rows.size());
            for (var row : rows) {
                var of = links.stream()
                        .filter(link ->
                                link.href().contains("model=" + row.get(1).asString()))
                        .filter(link -> link.href()
                                .matches(".*task(_type)?=" + row.get(0).asString() + "&.*"))
                        .toList();
                var expected = new ArrayList<String>();
                if (row.get(2).asLong() > 0) {
                    expected.add(counted(row.get(2), "request"));
                    assertEquals(counted(row.get(2), "routed call"), total(pane, of.getFirst()));
                }
                if (row.get(3).asLong() > 0) {
                    expected.add(counted(row.get(3), "round"));
                    assertEquals(counted(row.get(3), "round"), total(pane, of.getLast()));
                }
                assertEquals(expected, of.stream().map(Anchor::text).toList());
                if (!row.get(4).isNull()) {
                    assertTrue(page.contains("<b>%.3f</b>".formatted(row.get(4).asDouble())), page);
                }
            }
        }
    }

    @Test
    void aPairLeadsToTheRoundThatWasReverted() {
        try (var pane = BoardNights.open(folder)) {
            var page = page(pane, "anomaly-regressions", "day");
            var rows = rows(pane, "anomaly-regressions", "day");
            assertEquals(1, rows.size());
            var round = rows.getFirst().get(4).asString();
            var link = links(page).stream()
                    .filter(found -> found.text().equals(round))
                    .toList();
            assertEquals("/rounds/" + round, link.getFirst().href());
            assertEquals(200, pane.get(link.getFirst().href()).statusCode());
        }
    }

    @Test
    void whatIsBehindANumberKeepsTheFiltersAndRefusesWhatItDoesNotKnow() {
        try (var pane = BoardNights.open(folder)) {
            var one = pane.get("/boards/stop-reasons/behind" + DAYS + "&what=stops&project=gtm&reason=plateau");
            assertTrue(one.body().contains("project gtm ×"), one.body());
            assertEquals(404, pane.get("/boards/stop-reasons/behind").statusCode());
            assertEquals(404, pane.get("/boards/nothing/behind?what=stops").statusCode());
            assertEquals(
                    200,
                    pane.get("/boards/stop-reasons/behind?what=stops&page=0&from=x")
                            .statusCode());
        }
    }

    @Test
    void whatTheListSaysOfLastNightLeadsToAsMuch() {
        try (var pane = BoardNights.open(folder)) {
            var links = links(pane.get("/boards").body()).stream()
                    .filter(link -> link.href().contains("/behind?"))
                    .toList();
            assertEquals(2, links.size(), links.toString());
            for (var link : links) {
                var total = total(pane, link);
                assertTrue(
                        link.href().contains("what=money")
                                ? total.endsWith(link.text())
                                : link.text().startsWith(total.replaceFirst(" .*", " ")),
                        link + " leads to " + total);
            }
        }
    }

    private record Anchor(String href, String label, String text) {}

    private static final Pattern ANCHOR = Pattern.compile("<a ([^>]*)>(.*?)</a>", Pattern.DOTALL);
    private static final Pattern HREF = Pattern.compile("href=\"([^\"]*)\"");
    private static final Pattern LABEL = Pattern.compile("aria-label=\"([^\"]*)\"");

    private static List<Anchor> links(String page) {
        return ANCHOR.matcher(page.substring(page.indexOf("<main")))
                .results()
                .map(found -> new Anchor(
                        first(HREF, found.group(1)).replace("&amp;", "&"),
                        first(LABEL, found.group(1)),
                        found.group(2).replaceAll("<[^>]*>", "")))
                .toList();
    }

    private static String first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find() ? found.group(1) : "";
    }

    private static Anchor labelled(String page, String... parts) {
        var found = links(page).stream()
                .filter(link ->
                        link.label().startsWith(parts[0]) && link.label().endsWith(parts[parts.length - 1])
                                || parts.length == 1 && link.label().startsWith(parts[0]))
                .toList();
        assertEquals(1, found.size(), List.of(parts) + " among " + links(page));
        return found.getFirst();
    }

    private static String total(LivePane pane, Anchor link) {
        var answer = pane.get(link.href());
        assertEquals(200, answer.statusCode(), link + answer.body());
        return first(TOTAL, answer.body());
    }

    private static String page(LivePane pane, String board, String bucket) {
        var page = pane.get("/boards/" + board + DAYS + "&bucket=" + bucket);
        assertEquals(200, page.statusCode(), page.body());
        return page.body();
    }

    /** By day as the API has it, by night as the page's own file does. */
    private static List<JsonNode> rows(LivePane pane, String board, String bucket) {
        var json = bucket.equals("day")
                ? LivePane.json(pane.get(
                        "/api/projects/@current/boards/" + board + "/" + DAYS,
                        "Authorization",
                        "Bearer " + LivePane.PERSONAL))
                : LivePane.json(pane.get("/boards/" + board + DAYS + "&bucket=night&format=json"));
        return json.path("rows").valueStream().toList();
    }

    private static String day(JsonNode row) {
        return Times.day(LocalDate.parse(row.get(0).asString()));
    }

    private static String said(JsonNode cell, String none) {
        return cell.isNull() ? none : cell.asString();
    }

    private static String counted(JsonNode cell, String one) {
        return cell.asLong() + " " + one + (cell.asLong() == 1 ? "" : "s");
    }
}
