package io.nightglass.server.price;

import static io.nightglass.server.LivePane.batch;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nightglass.server.Asked;
import io.nightglass.server.LivePane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From what a client sends to the dollars a query finds: each once, and how sure it is. */
class PricingWalk {
    private static final String LEDGER =
            "SELECT source, cost_usd, provenance FROM costs ORDER BY timestamp, source, cost_usd";

    @TempDir
    private Path folder;

    private static String event(String name, String time, String properties) {
        return """
                {"event":"%s","distinct_id":"gtm:acme:planner","timestamp":"2026-01-01T%s:00Z",
                 "properties":{"round_id":"01JROUND",%s}}""".formatted(name, time, properties.replace('\'', '"'));
    }

    private static String call(String time, String properties) {
        return event("$ai_generation", time, properties);
    }

    private List<String> sent(String... events) {
        try (var pane = LivePane.open(folder)) {
            assertEquals(200, pane.post("/batch/", batch(events)).statusCode());
            return Asked.rows(pane, LEDGER);
        }
    }

    @Test
    void theLedgerSaysOfEachDollarHowSureItIs() {
        try (var pane = LivePane.open(folder)) {
            pane.post(
                    "/batch/",
                    batch(
                            event("round_started", "01:00", "'project':'gtm'"),
                            call("01:01", "'$ai_model':'gpt-4o','$ai_input_tokens':1000,'$ai_output_tokens':500"),
                            call("01:02", "'$ai_model':'mine','$ai_total_cost_usd':0.25"),
                            call("01:03", "'$ai_model':'mine','$ai_input_tokens':1000,'$ai_output_tokens':500"),
                            event(
                                    "$ai_embedding",
                                    "01:04",
                                    "'$ai_model':'text-embedding-3-small','$ai_input_tokens':5000"),
                            event("round_kept", "01:05", "'cost_usd':9")));
            assertEquals(
                    List.of(
                            "generation 0.0075 list_price",
                            "generation 0.25 reported",
                            "generation null unknown",
                            "generation 1.0E-4 list_price"),
                    Asked.rows(pane, LEDGER));
            assertEquals(
                    List.of("0.2576 1"),
                    Asked.rows(pane, "SELECT cost_usd, unpriced FROM rounds WHERE round_id = '01JROUND'"));
            assertEquals(
                    List.of("list_price 0.0075"),
                    Asked.rows(
                            pane,
                            "SELECT properties.$ai_cost_provenance, properties.$ai_total_cost_usd FROM events"
                                    + " WHERE event = '$ai_generation' AND properties.$ai_model = 'gpt-4o'"));
            var board = pane.get(
                    "/api/projects/1/boards/cost-per-kept?from=2026-01-01&to=2026-01-01",
                    "Authorization",
                    "Bearer " + LivePane.PERSONAL);
            assertEquals(200, board.statusCode());
            assertEquals(
                    0.2576, LivePane.json(board).path("rows").path(0).path(1).doubleValue(), board.body());
        }
    }

    @Test
    void aClientCannotPassItsFigureForAListPrice() {
        assertEquals(
                List.of("generation 0.5 reported"),
                sent(call("01:00", "'$ai_total_cost_usd':0.5,'$ai_cost_provenance':'list_price'")));
    }

    @Test
    void thinkingAndCachedTokensAreBilledOnce() {
        assertEquals(
                List.of("generation 0.00825 list_price"),
                sent(call(
                        "01:00",
                        "'$ai_model':'gpt-5','$ai_provider':'openai','$ai_input_tokens':6000,'$ai_output_tokens':300,"
                                + "'$ai_cache_read_input_tokens':2000,'$ai_cache_creation_input_tokens':0,"
                                + "'$ai_reasoning_tokens':200,'$ai_total_tokens':6300")),
                "4000*1.25 + 2000*0.125 + 300*10, in millionths");
    }

    @Test
    void theSpanAroundAPricedCallCostsNothingMore() {
        assertEquals(
                List.of("generation 0.0075 list_price"),
                sent(
                        event("$ai_trace", "01:00", "'$ai_total_cost_usd':0.0075,'$ai_model':'gpt-4o'"),
                        event(
                                "$ai_span",
                                "01:00",
                                "'$ai_model':'gpt-4o','$ai_input_tokens':1000,'$ai_output_tokens':500"),
                        call("01:01", "'$ai_model':'gpt-4o','$ai_input_tokens':1000,'$ai_output_tokens':500")));
    }

    @Test
    void aRoutedCallCountsByTheRouterNotAgainByTheList() {
        assertEquals(
                List.of("token_machine 0.004 reported"),
                sent(
                        event(
                                "token_machine.request",
                                "01:00",
                                "'request_id':'r','model_used':'gpt-4o','input_tokens':1000,'output_tokens':500,'cost_usd':0.004"),
                        call(
                                "01:00",
                                "'request_id':'r','$ai_model':'gpt-4o','$ai_input_tokens':1000,'$ai_output_tokens':500")));
    }

    @Test
    void aRoundWithAListedCallDoesNotCountItself() {
        assertEquals(
                List.of("generation 0.0 list_price"),
                sent(
                        call("01:00", "'$ai_model':'gpt-4o','$ai_input_tokens':0,'$ai_output_tokens':0"),
                        event("round_kept", "01:01", "'cost_usd':0.6")));
    }

    @Test
    void aPriceOfTheUsersCountsFromTheNextStart() throws IOException {
        Files.writeString(folder.resolve("nightglass.toml"), """
                [prices."llama-at-home"]
                input = 1.5
                output = 3
                """);
        assertEquals(
                List.of("generation 0.003 list_price"),
                sent(call("01:00", "'$ai_model':'llama-at-home','$ai_input_tokens':1000,'$ai_output_tokens':500")));
    }
}
