package io.nightglass.catalog.sample;

import static io.nightglass.catalog.sample.EventSamples.JSON;
import static io.nightglass.catalog.sample.EventSamples.ROUND;

import io.nightglass.catalog.event.AiAgent;
import io.nightglass.catalog.event.AiAnswer;
import io.nightglass.catalog.event.AiClient;
import io.nightglass.catalog.event.AiCost;
import io.nightglass.catalog.event.AiMessages;
import io.nightglass.catalog.event.AiOutcome;
import io.nightglass.catalog.event.AiPrices;
import io.nightglass.catalog.event.AiSpot;
import io.nightglass.catalog.event.AiState;
import io.nightglass.catalog.event.AiTokens;
import io.nightglass.catalog.event.Embedding;
import io.nightglass.catalog.event.Event;
import io.nightglass.catalog.event.FeatureFlagCalled;
import io.nightglass.catalog.event.Feedback;
import io.nightglass.catalog.event.FlagReason;
import io.nightglass.catalog.event.Generation;
import io.nightglass.catalog.event.Metric;
import io.nightglass.catalog.event.Span;
import io.nightglass.catalog.event.Trace;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What model clients and flags say, with every property once. */
final class AiSamples {
    private static final AiOutcome OK = new AiOutcome(false, null, null, 200L, null);
    private static final AiOutcome TIMED_OUT = new AiOutcome(true, "timed out after 30 s", "timeout", 0L, "0197-1");
    private static final AiClient CLIENT = new AiClient(
            "anthropic",
            "https://models.example/v1",
            "posthog-ai",
            "8.13.1",
            "vercel",
            "5.0",
            "otel",
            json("{\"region\":\"sample\"}"));
    private static final AiAgent AGENT = new AiAgent(
            "tool",
            "round 84",
            "night-14",
            json("[\"apply_diff\"]"),
            json("[\"critic\"]"),
            "Patch",
            "planner",
            "critic",
            false,
            "gtm",
            json("[\"list_tags\"]"),
            json("{\"tags\":14}"),
            json("{\"attempt\":1}"),
            json("{\"night\":14}"));

    private AiSamples() {}

    static List<Event> all() {
        var spot = new AiSpot("planner", ROUND, "night-14", "planner");
        var state = new AiState(json("{\"tags\":14}"), json("{\"tags\":15}"));
        return List.of(
                new Generation(
                        "sample-small-1",
                        ROUND,
                        9.84,
                        spot,
                        CLIENT,
                        messages(),
                        tokens(),
                        cost(),
                        prices(),
                        OK,
                        answer(),
                        null),
                new Embedding("sample-embed-1", ROUND, 0.12, spot, CLIENT, input(), read(96), null, null, OK),
                new Span(ROUND, 0.81, spot, state, CLIENT, TIMED_OUT, AGENT),
                new Trace(ROUND, 251.0, spot, state, CLIENT, read(4_030), null, OK, AGENT),
                new Metric(ROUND, "accepted_by_review", "true"),
                new Feedback(ROUND, "The consent change is right; keep the folder names."),
                new FeatureFlagCalled(
                        "scorer_v2",
                        "v2",
                        new FlagReason(
                                "12",
                                "3",
                                "Matched condition set 1",
                                "0197-2",
                                1_778_798_460_000.0,
                                true,
                                false,
                                null,
                                json("{\"rubric\":\"v2.3\"}"),
                                false,
                                "v1",
                                json("{\"rubric\":\"v2.2\"}"))));
    }

    private static AiMessages messages() {
        return new AiMessages(
                json("[{\"role\":\"system\",\"content\":\"You improve a tag container.\"},"
                        + "{\"role\":\"user\",\"content\":\"dim_consent is 0.58. Propose one change.\"}]"),
                json(
                        "[{\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\"Name the consent state.\"}]}]"),
                json("[{\"name\":\"apply_diff\"}]"),
                json("\"Answer with one change.\""),
                json("{\"max_tokens\":2048}"),
                "planner",
                "5");
    }

    private static AiMessages input() {
        return new AiMessages(json("\"Name the consent state.\""), null, null, null, null, null, null);
    }

    private static AiTokens tokens() {
        return new AiTokens(
                3_412L, 618L, 4_030L, 1_024L, 256L, 256L, 0L, true, 120L, 1L, "sdk", json("{\"input_tokens\":3412}"));
    }

    private static AiTokens read(long input) {
        return new AiTokens(input, null, null, null, null, null, null, null, null, null, null, null);
    }

    private static AiCost cost() {
        return new AiCost(
                0.0193,
                0.01,
                0.0093,
                0.0,
                0.0,
                "sample-small-1",
                "list of 1 May 2026",
                "anthropic",
                "sent",
                "reported");
    }

    private static AiPrices prices() {
        return new AiPrices(3e-6, 1.5e-5, 3e-7, 3.75e-6, 0.0, 1L, 0.01);
    }

    private static AiAnswer answer() {
        return new AiAnswer("end_turn", "cmpl-1", "resp-1", true, 0.41);
    }

    private static JsonNode json(String text) {
        return JSON.readTree(text);
    }
}
