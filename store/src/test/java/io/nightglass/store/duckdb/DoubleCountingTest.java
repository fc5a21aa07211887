package io.nightglass.store.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nightglass.store.EventRow;
import io.nightglass.store.Rows;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way to count a dollar twice that boards.md names, one by one. */
class DoubleCountingTest {
    @TempDir
    private Path home;

    private int asked;

    private static Rows request(String cost) {
        return alike(Rows.event("token_machine.request"), "model_used", "").with("cost_usd", cost);
    }

    private static Rows call(String cost) {
        return alike(Rows.event("$ai_generation"), "$ai_model", "$ai_").with("$ai_total_cost_usd", cost);
    }

    private static Rows alike(Rows row, String model, String prefix) {
        return row.with("task_type", "\"gtm.rewrite\"")
                .with(model, "\"small\"")
                .with(prefix + "input_tokens", "100")
                .with(prefix + "output_tokens", "20");
    }

    /** Each row of the ledger as "source cost provenance", by time, arriving in this order and, anew, in the other. */
    private List<String> ledger(Rows... said) {
        var rows = Arrays.stream(said).map(Rows::row).toList();
        var once = ledger(home.resolve("one" + asked), rows);
        assertEquals(once, ledger(home.resolve("other" + asked++), rows.reversed()), "whatever the order of arrival");
        return once;
    }

    private static List<String> ledger(Path folder, List<EventRow> rows) {
        try (var store = Stores.open(folder)) {
            for (var row : rows) {
                store.append(List.of(row));
                Stores.number(store, "SELECT count(*) FROM costs");
            }
            return Stores.rows(
                            store,
                            3,
                            "SELECT source, cost_usd, provenance FROM costs ORDER BY \"timestamp\", source, 2")
                    .stream()
                    .map(row -> row.get(0) + " " + row.get(1) + " " + row.get(2))
                    .toList();
        }
    }

    private static @Nullable Object money(Path folder, String sql) {
        try (var store = Stores.open(folder)) {
            return Stores.one(store, sql);
        }
    }

    @Test
    void aTraceAndItsSpansCostWhatTheirCallsCost() {
        assertEquals(
                List.of("generation 0.5 reported"),
                ledger(
                        Rows.event("$ai_trace").with("$ai_total_cost_usd", "0.5"),
                        Rows.event("$ai_span").with("$ai_total_cost_usd", "0.5"),
                        call("0.5").with("$ai_parent_id", "\"the span\"")));
    }

    @Test
    void aRoutedCallThatAlsoReportsItselfCountsOnce() {
        assertEquals(
                List.of("token_machine 0.4 reported"),
                ledger(request("0.4"), call("0.5").at(2)));
        assertEquals(
                List.of("generation 0.5 reported", "token_machine 0.4 reported"),
                ledger(request("0.4").at(1), call("0.5").with("$ai_output_tokens", "21")),
                "another size is another call");
    }

    @Test
    void oneRequestIdPairsAtAnyDistanceAndWithAnyTokens() {
        var id = "\"r-1\"";
        assertEquals(
                List.of("token_machine 0.4 reported"),
                ledger(
                        request("0.4").with("request_id", id),
                        call("0.5").at(864_000).with("request_id", id).with("$ai_input_tokens", "9")));
    }

    @Test
    void idsThatDifferNeverPair() {
        assertEquals(
                List.of("generation 0.5 reported", "token_machine 0.4 reported"),
                ledger(request("0.4").with("request_id", "\"r-1\""), call("0.5").with("request_id", "\"r-2\"")));
    }

    @Test
    void twoRequestsWithOneIdHideOneCall() {
        var id = "\"r-1\"";
        assertEquals(
                List.of("token_machine 0.1 reported", "token_machine 0.2 reported", "generation 0.6 reported"),
                ledger(
                        request("0.1").with("request_id", id),
                        request("0.2").at(50).with("request_id", id),
                        call("0.5").at(51).with("request_id", id),
                        call("0.6").at(700)));
        assertEquals(1L, money(home.resolve("one0"), "SELECT count(*) FROM costs WHERE hides IS NOT NULL"));
        assertEquals(0.1, money(home.resolve("one0"), "SELECT cost_usd FROM costs WHERE hides IS NOT NULL"));
    }

    @Test
    void aRequestHidesAtMostOneCallTheNearest() {
        assertEquals(
                List.of("token_machine 0.4 reported", "generation 0.6 reported"),
                ledger(call("0.5").at(90), request("0.4").at(80), call("0.6").at(95)));
    }

    @Test
    void pairsByIdComeBeforeNearerOnesByLikeness() {
        var id = "\"r-1\"";
        assertEquals(
                List.of("generation 0.6 reported", "token_machine 0.4 reported"),
                ledger(
                        request("0.4").at(100).with("request_id", id),
                        call("0.6").at(99),
                        call("0.5").at(300).with("request_id", id)));
    }

    @Test
    void exactlyTwoMinutesApartAreTwoCalls() {
        assertEquals(
                List.of("token_machine 0.4 reported", "generation 0.5 reported"),
                ledger(request("0.4"), call("0.5").at(120)));
        assertEquals(
                List.of("token_machine 0.4 reported"),
                ledger(
                        home.resolve("near"),
                        List.of(request("0.4").row(), call("0.5").at(119).row())));
    }

    @Test
    void aRoundWithAPricedCallDoesNotCountItself() {
        assertEquals(
                List.of("generation 0.5 reported"),
                ledger(
                        call("0.5").round("R"),
                        Rows.event("proposal_generated").round("R").with("cost_usd", "0.5"),
                        Rows.event("round_kept").round("R").with("cost_usd", "0.6")));
        assertEquals(0.5, money(home.resolve("one0"), "SELECT cost_usd FROM rounds"));
    }

    @Test
    void aCallThatCostNothingIsKnownToCostNothing() {
        assertEquals(
                List.of("generation 0.0 reported"),
                ledger(call("0").round("R"), Rows.event("round_kept").round("R").with("cost_usd", "0.6")));
    }

    @Test
    void aCallWithoutAPriceLeavesTheRoundToSay() {
        assertEquals(
                List.of("generation null unknown", "round 0.6 reported"),
                ledger(
                        call("null").round("R"),
                        Rows.event("proposal_generated").round("R").with("cost_usd", "0.5"),
                        Rows.event("round_kept").at(9).round("R").with("cost_usd", "0.6")));
        assertEquals(1L, money(home.resolve("one0"), "SELECT unpriced FROM rounds"));
    }

    @Test
    void theLastVerdictThatCarriesMoneyCountsAndNoProposalBesideIt() {
        assertEquals(
                List.of("round 0.7 reported"),
                ledger(
                        Rows.event("proposal_generated").round("R").with("cost_usd", "0.5"),
                        Rows.event("round_kept").at(5).round("R").with("cost_usd", "0.6"),
                        Rows.event("round_reverted").at(5).round("R").with("cost_usd", "0.7"),
                        Rows.event("round_reverted").at(9).round("R")));
    }

    @Test
    void proposalsCountEachWhenNobodyElseKnows() {
        assertEquals(
                List.of("proposal 0.5 reported", "proposal 0.25 reported"),
                ledger(
                        Rows.event("proposal_generated").round("R").with("cost_usd", "0.5"),
                        Rows.event("proposal_generated").at(1).round("R").with("cost_usd", "\"0.25\""),
                        Rows.event("round_kept").at(2).round("R")));
    }

    @Test
    void aRoutedCallTakesTheRoundOfTheCallItHides() {
        assertEquals(
                List.of("token_machine 0.4 reported"),
                ledger(
                        request("0.4"),
                        call("0.5").at(1).with("$ai_trace_id", "\"R\""),
                        Rows.event("round_kept").at(9).round("R").with("cost_usd", "0.6")));
        assertEquals(0.4, money(home.resolve("one0"), "SELECT cost_usd FROM rounds"));
    }

    @Test
    void anEventTwiceIsMoneyOnce() {
        var twice = call("0.5").uuid(new UUID(7, 7));
        assertEquals(List.of("generation 0.5 reported"), ledger(twice, twice));
    }

    @Test
    void aSumOfMoneyIsExactWhateverItsOrder() {
        var rows = Collections.nCopies(1_000, "0.1").stream()
                .map(cost -> Rows.event("$ai_generation")
                        .with("$ai_total_cost_usd", cost)
                        .round("R")
                        .row())
                .toList();
        try (var store = Stores.open(home)) {
            store.append(rows);
            assertEquals(100.0, Stores.one(store, "SELECT cost_usd FROM rounds"));
        }
    }

    @Test
    void aDollarIsAsSureAsIntakeSaysOfIt() {
        assertEquals(
                List.of(
                        "generation 0.1 list_price",
                        "generation 0.2 reported",
                        "generation 0.3 reported",
                        "generation null unknown"),
                ledger(
                        call("0.1").with("$ai_cost_provenance", "\"list_price\""),
                        call("0.2").at(1).with("$ai_cost_provenance", "\"reported\""),
                        call("0.3").at(2),
                        call("null").at(3).with("$ai_cost_provenance", "\"list_price\"")));
    }
}
