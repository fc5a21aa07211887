package io.nightglass.server.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nightglass.server.Asked;
import io.nightglass.server.LivePane;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wrappers of model clients that people install, unmodified, around models that always say the same. */
class ModelCallsWalk {
    @TempDir
    private Path folder;

    /** gpt-4o: 600 x $2.50, 400 cached x $1.25, 500 x $10; claude-sonnet-4-5: 1000 x $3, 2000 read x $0.30, 400 written x $3.75, 500 x $15. */
    private static final String CALLS = """
            anthropic 429 always claude-sonnet-4-5 null null null null null unknown true 429 null
            anthropic 429 once claude-sonnet-4-5 1000 500 2000 400 0.0126 list_price false 200 end_turn
            anthropic broken stream claude-sonnet-4-5 1000 null 2000 400 0.0051 list_price BROKEN null
            anthropic plain claude-sonnet-4-5 1000 500 2000 400 0.0126 list_price false 200 end_turn
            anthropic private claude-sonnet-4-5 1000 500 2000 400 0.0126 list_price false 200 end_turn
            anthropic stream claude-sonnet-4-5 1000 500 2000 400 0.0126 list_price false 200 end_turn
            anthropic tools claude-sonnet-4-5 1000 500 2000 400 0.0126 list_price false 200 tool_use
            openai 429 always gpt-4o null null null null null unknown true 429 null
            openai 429 once gpt-4o 1000 500 400 null 0.007 list_price false 200 stop
            openai broken stream gpt-4o null null null null null unknown BROKEN null
            openai embedding text-embedding-3-small 1000 null null null 2.0E-5 list_price false 200 null
            openai plain gpt-4o 1000 500 400 null 0.007 list_price false 200 stop
            openai private gpt-4o 1000 500 400 null 0.007 list_price false 200 stop
            openai responses gpt-4o 1000 500 400 null 0.007 list_price false 200 completed
            openai stream gpt-4o 1000 500 400 null 0.007 list_price false 200 stop
            openai tools gpt-4o 1000 500 400 null 0.007 list_price false 200 tool_calls
            """;

    @Test
    void everyCallThroughPosthogAiIsKeptWithItsTokensAndItsPrice() throws Exception {
        Scripts.installed("@posthog/ai");
        keepsEveryCall(List.of("node", "call-models.mjs"), "true 500");
    }

    /** It says that a stream which broke went well. */
    @Test
    void everyCallThroughPosthogPythonIsKeptWithItsTokensAndItsPrice() throws Exception {
        var python = Scripts.python("posthog", "openai", "anthropic");
        keepsEveryCall(List.of(python.toString(), "call_models.py"), "false 200");
    }

    private void keepsEveryCall(List<String> program, String broken) throws Exception {
        try (var pane = LivePane.openNow(folder);
                var models = FakeModels.open()) {
            Scripts.sendsAllThatArrives(pane, Scripts.command(program, pane, models.address()));
            assertEquals(CALLS.replace("BROKEN", broken).lines().toList(), Asked.rows(pane, """
                            SELECT trace_id, model, input_tokens, output_tokens, cache_read_tokens, cache_write_tokens,
                              cost_usd, provenance, is_error, http_status, stop_reason
                            FROM generations ORDER BY trace_id"""));
            assertEquals(List.of("16 16 gtm acme planner"), Asked.rows(pane, """
                            SELECT count(), countIf(latency > 0 AND span_id = concat('span-', trace_id) AND phase = 'proposal'
                              AND round_id = 'R1'), any(project), any(client), any(agent) FROM generations"""));
            assertEquals(
                    List.of("0.11012"),
                    Asked.rows(pane, "SELECT sum(cost_usd) FROM costs WHERE source = 'generation'"));
            saysWhatWasSaid(pane);
        }
    }

    private static void saysWhatWasSaid(LivePane pane) {
        assertEquals(
                List.of(
                        "[{\"role\":\"user\",\"content\":\"a prompt\"}]"
                                + " [{\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\"hello\"}]}]",
                        "[{\"role\":\"system\",\"content\":\"You plan.\"},{\"role\":\"user\",\"content\":\"a prompt\"}]"
                                + " [{\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\"hello\"}]}]"),
                Asked.rows(pane, """
                        SELECT properties.$ai_input, properties.$ai_output_choices FROM events
                        WHERE properties.$ai_trace_id IN ('openai stream', 'anthropic stream')
                        ORDER BY properties.$ai_trace_id DESC"""));
        assertEquals(List.of("apply_diff 1", "apply_diff 1"), Asked.rows(pane, """
                        SELECT JSONExtractString(properties.$ai_output_choices, 1, 'content', 1, 'function', 'name'),
                          properties.$ai_tools LIKE '%lines%' FROM events
                        WHERE properties.$ai_trace_id LIKE '% tools'"""));
        assertEquals(List.of("anthropic private null null", "openai private null null"), Asked.rows(pane, """
                        SELECT properties.$ai_trace_id, properties.$ai_input, properties.$ai_output_choices FROM events
                        WHERE properties.$ai_trace_id LIKE '% private' ORDER BY 1"""));
        assertEquals(
                List.of("2"),
                Asked.rows(pane, "SELECT count() FROM generations WHERE is_error AND error LIKE '%slow down%'"));
    }

    @Test
    void whatLangChainAndVercelsSdkDoIsKeptAsPosthogAiTellsIt() throws Exception {
        Scripts.installed("@langchain/openai");
        Scripts.installed("ai");
        try (var pane = LivePane.openNow(folder);
                var models = FakeModels.open()) {
            Scripts.sendsAllThatArrives(
                    pane, Scripts.command(List.of("node", "call-frameworks.mjs"), pane, models.address()));
            assertEquals(
                    List.of(
                            "langchain gpt-4o 1000 500 0.0075 list_price 0 200",
                            "vercel 429 gpt-4o null null null unknown 1 429",
                            "vercel plain gpt-4o 1000 500 0.007 list_price 0 200",
                            "vercel stream gpt-4o 1000 500 0.007 list_price 0 200"),
                    Asked.rows(pane, """
                            SELECT trace_id, model, input_tokens, output_tokens, cost_usd, provenance, toInt(is_error), http_status
                            FROM generations WHERE round_id = 'R1' AND latency > 0 ORDER BY trace_id"""));
            assertEquals(List.of("$ai_generation 1", "$ai_span 1", "$ai_trace 1"), Asked.rows(pane, """
                            SELECT event, count() FROM events WHERE properties.$ai_trace_id = 'langchain'
                            GROUP BY event ORDER BY event"""));
            assertEquals(List.of("2"), Asked.rows(pane, """
                            SELECT count() FROM events WHERE event IN ('$ai_span', '$ai_generation')
                              AND properties.$ai_trace_id = 'langchain' AND properties.$ai_parent_id = 'langchain'"""));
        }
    }

    @Test
    void spansOfOpenTelemetryForNodeAreKeptInEveryFormItSendsThem() throws Exception {
        Scripts.installed("@opentelemetry/exporter-trace-otlp-proto");
        try (var pane = LivePane.openNow(folder)) {
            Scripts.sendsAllThatArrives(pane, Scripts.command(List.of("node", "send-spans.mjs"), pane));
            assertEquals(
                    List.of(
                            "json gzip 25 0.1875 1 no more tokens 25",
                            "json none 25 0.1875 1 no more tokens 25",
                            "protobuf gzip 25 0.1875 1 no more tokens 25",
                            "protobuf none 25 0.1875 1 no more tokens 25"),
                    Asked.rows(pane, """
                            SELECT phase, count(), sum(cost_usd), countIf(is_error), any(error),
                              countIf(model = 'gpt-4o' AND agent = 'planner' AND round_id = 'R1')
                            FROM generations GROUP BY phase ORDER BY phase"""));
        }
    }
}
