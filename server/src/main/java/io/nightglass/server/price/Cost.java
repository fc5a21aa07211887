package io.nightglass.server.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What a call costs and how sure that is. */
sealed interface Cost {

    /** Nobody can say. */
    record Unknown() implements Cost {}

    /**
     * The client said it; its figures stay as they came.
     *
     * @param sum what the sides it told add up to; null when it told the total itself
     */
    record Said(@Nullable BigDecimal sum) implements Cost {}

    /**
     * Computed.
     *
     * @param input the prompt with its cached part; null when nobody said what went in
     * @param output the answer; null when nobody said what came out
     * @param fees of the request and of searches: only in the total
     * @param basis whose prices
     */
    record Computed(@Nullable BigDecimal input, @Nullable BigDecimal output, Fees fees, Basis basis) implements Cost {
        BigDecimal total() {
            return zero(input).add(zero(output)).add(fees.request).add(fees.webSearch);
        }

        private static BigDecimal zero(@Nullable BigDecimal dollars) {
            return dollars == null ? BigDecimal.ZERO : dollars;
        }
    }

    /** What is paid beside tokens. */
    record Fees(BigDecimal request, BigDecimal webSearch) {}

    /** @param price the list's; null when only the client's own prices counted */
    record Basis(Provenance provenance, @Nullable Price price, boolean isExclusive) {}

    /** Puts it into an event's properties, as PostHog names them. */
    default void writeTo(ObjectNode properties) {
        switch (this) {
            case Unknown() -> properties.put(Provenance.PROPERTY, Provenance.UNKNOWN.wire());
            case Said(var sum) -> {
                if (sum != null) {
                    put(properties, "$ai_total_cost_usd", sum);
                }
                if (!properties.has("$ai_cost_model_source")) {
                    properties.put("$ai_cost_model_source", "passthrough");
                }
                properties.put(Provenance.PROPERTY, Provenance.REPORTED.wire());
            }
            case Computed computed -> write(computed, properties);
        }
    }

    private static void write(Computed cost, ObjectNode properties) {
        if (cost.input != null) {
            put(properties, "$ai_input_cost_usd", cost.input);
        }
        if (cost.output != null) {
            put(properties, "$ai_output_cost_usd", cost.output);
        }
        put(properties, "$ai_request_cost_usd", cost.fees.request);
        put(properties, "$ai_web_search_cost_usd", cost.fees.webSearch);
        put(properties, "$ai_total_cost_usd", cost.total());
        var price = cost.basis.price;
        properties.put("$ai_model_cost_used", price == null ? "custom" : price.model());
        properties.put("$ai_cost_model_source", price == null ? "custom" : price.source());
        properties.put("$ai_cost_model_provider", price == null ? "custom" : price.provider());
        properties.put("$ai_cache_reporting_exclusive", cost.basis.isExclusive);
        properties.put(Provenance.PROPERTY, cost.basis.provenance.wire());
    }

    /** As exact as money is kept: a million millionth of a dollar (docs/decisions/0016). */
    private static void put(ObjectNode properties, String name, BigDecimal dollars) {
        properties.put(name, dollars.setScale(12, RoundingMode.HALF_UP).doubleValue());
    }
}
