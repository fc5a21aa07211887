package io.nightglass.server.price;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Every call of {@code cases.txt} costs what was reckoned by hand. */
class PricingTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final PriceTable SHIPPED = PriceTable.shipped();

    private record Case(String title, ObjectNode properties, String[] expected) {
        static Case of(String line) {
            var parts = Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new);
            return new Case(parts[0], ClientSays.properties(parts[1]), Arrays.copyOfRange(parts, 2, parts.length));
        }

        @Override
        public String toString() {
            return title;
        }
    }

    /** {@code model=x input_tokens=3} as an event has it. */
    private static final class ClientSays {
        static ObjectNode properties(String text) {
            var properties = JSON.createObjectNode();
            for (var pair : text.split(" ")) {
                var parts = pair.split("=", 2);
                properties.set("$ai_" + parts[0], value(parts[1]));
            }
            return properties;
        }

        private static JsonNode value(String text) {
            try {
                return JSON.readTree(text);
            } catch (JacksonException e) {
                return StringNode.valueOf(text);
            }
        }
    }

    static Stream<Case> cases() throws IOException {
        try (var in = Objects.requireNonNull(PricingTest.class.getResourceAsStream("cases.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(Case::of).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aCallCostsWhatWasReckonedByHand(Case one) {
        var event = one.properties.deepCopy();
        new Pricing(SHIPPED).price("$ai_generation", event);
        assertFigure(millionths(one.expected[0]), event, "$ai_input_cost_usd");
        assertFigure(millionths(one.expected[1]), event, "$ai_output_cost_usd");
        assertFigure(dollars(one.expected[3]), event, "$ai_total_cost_usd");
        assertEquals(one.expected[4], event.path("$ai_cost_provenance").asString());
        if (!one.expected[2].equals("-")) {
            var fees = event.path("$ai_request_cost_usd")
                    .decimalValue()
                    .add(event.path("$ai_web_search_cost_usd").decimalValue());
            assertEquals(0, fees.compareTo(new BigDecimal(one.expected[2])), "fees: " + fees);
        }
    }

    private static void assertFigure(@Nullable BigDecimal expected, ObjectNode event, String name) {
        var figure = event.path(name);
        if (expected == null) {
            assertTrue(figure.isMissingNode() || figure.asString("").equals("much"), name + " is " + figure);
        } else {
            var told = new BigDecimal(figure.asString());
            assertEquals(0, expected.compareTo(told), name + ": expected " + expected + ", was " + told);
        }
    }

    private static @Nullable BigDecimal dollars(String text) {
        return text.equals("-") ? null : new BigDecimal(text);
    }

    /** The sum of products that {@code sum} spells, made dollars. */
    private static @Nullable BigDecimal millionths(String sum) {
        if (sum.equals("-")) {
            return null;
        }
        return Arrays.stream(sum.split("\\+"))
                .map(product -> Arrays.stream(product.split("\\*"))
                        .map(factor -> new BigDecimal(factor.strip()))
                        .reduce(BigDecimal.ONE, BigDecimal::multiply))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .movePointLeft(6);
    }

    @Test
    void sameThingForTheSameCallHoweverOften() {
        var once = ClientSays.properties("model=gpt-4o provider=openai input_tokens=1000 output_tokens=500");
        var pricing = new Pricing(SHIPPED);
        assertEquals(pricing.cost(once), pricing.cost(once));
        assertTrue(once.path("$ai_total_cost_usd").isMissingNode(), "asking changes nothing");
    }

    @Test
    void theUsersOwnPriceWinsOverTheTableAndNamesWhatItDoesNotKnow() {
        var own = Map.of(
                "GPT-4o", Map.of(Rate.INPUT, BigDecimal.ONE, Rate.OUTPUT, BigDecimal.TWO),
                "llama-at-home", Map.of(Rate.INPUT, BigDecimal.ZERO, Rate.OUTPUT, BigDecimal.ZERO));
        var pricing = new Pricing(SHIPPED.with(own));
        assertEquals(0.002, total(pricing, "model=openai/gpt-4o-2024-11-20 input_tokens=1000 output_tokens=500"));
        assertEquals(0.0, total(pricing, "model=Llama-at-Home input_tokens=1000 output_tokens=500"));
        var event = ClientSays.properties("model=llama-at-home input_tokens=1000 output_tokens=500");
        pricing.price("$ai_generation", event);
        assertEquals(
                "list_price config", said(event, "$ai_cost_provenance") + " " + said(event, "$ai_cost_model_source"));
    }

    @Test
    void noClientSaysHowSureADollarIs() {
        var pricing = new Pricing(SHIPPED);
        var call = ClientSays.properties("total_cost_usd=0.5 cost_provenance=list_price");
        pricing.price("$ai_generation", call);
        assertEquals("reported", said(call, "$ai_cost_provenance"));
        var other = ClientSays.properties("total_cost_usd=0.5 cost_provenance=list_price");
        pricing.price("$ai_span", other);
        assertTrue(other.path("$ai_cost_provenance").isMissingNode());
    }

    @Test
    void saysWhosePriceItTookAndHowItCounted() {
        var event = ClientSays.properties(
                "model=claude-sonnet-4-5-20250929 provider=anthropic input_tokens=10 output_tokens=5");
        new Pricing(SHIPPED).price("$ai_generation", event);
        assertEquals("claude-sonnet-4-5", said(event, "$ai_model_cost_used"));
        assertEquals("anthropic", said(event, "$ai_cost_model_provider"));
        assertTrue(event.path("$ai_cache_reporting_exclusive").booleanValue());
    }

    @Test
    void readsSoundFromTheProvidersOwnRecord() {
        var event = ClientSays.properties("model=gpt-audio provider=openai input_tokens=1000 output_tokens=500");
        event.set("$ai_usage", JSON.readTree("""
                {"prompt_tokens_details":{"audio_tokens":600},"completion_tokens_details":{"audio_tokens":400}}"""));
        new Pricing(SHIPPED).price("$ai_generation", event);
        assertEquals(0.0468, event.path("$ai_total_cost_usd").doubleValue());
        var gemini = ClientSays.properties("model=gemini-2.5-flash provider=gemini input_tokens=1000 output_tokens=0");
        gemini.set("$ai_usage", JSON.readTree("""
                {"prompt_tokens_details":[{"modality":"TEXT","token_count":400},{"modality":"AUDIO","token_count":600}]}"""));
        new Pricing(SHIPPED).price("$ai_generation", gemini);
        assertEquals(0.00072, gemini.path("$ai_total_cost_usd").doubleValue(), "400*0.3 + 600*1, in millionths");
    }

    private static double total(Pricing pricing, String says) {
        var event = ClientSays.properties(says);
        pricing.price("$ai_generation", event);
        return event.path("$ai_total_cost_usd").doubleValue();
    }

    private static String said(ObjectNode event, String name) {
        return event.path(name).asString();
    }
}
