package io.nightglass.server.price;

import io.nightglass.catalog.Values;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the client itself says about money. A dollar figure is null where none is said; 0 is said.
 *
 * @param total {@code $ai_total_cost_usd}
 * @param input {@code $ai_input_cost_usd}
 * @param output {@code $ai_output_cost_usd}
 * @param fees what it says of requests and searches; 0 when it says nothing
 * @param prices its own prices, for one each
 */
record Sent(
        @Nullable BigDecimal total,
        @Nullable BigDecimal input,
        @Nullable BigDecimal output,
        BigDecimal fees,
        Map<Rate, BigDecimal> prices) {
    /** A million million dollars is no price (docs/decisions/0016). */
    static final BigDecimal NO_PRICE = BigDecimal.valueOf(1_000_000_000_000L);

    static Sent of(ObjectNode properties) {
        return new Sent(
                dollars(properties, "$ai_total_cost_usd"),
                dollars(properties, "$ai_input_cost_usd"),
                dollars(properties, "$ai_output_cost_usd"),
                Stream.of("$ai_request_cost_usd", "$ai_web_search_cost_usd")
                        .map(name -> dollars(properties, name))
                        .filter(Objects::nonNull)
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                prices(properties));
    }

    private static Map<Rate, BigDecimal> prices(ObjectNode properties) {
        var prices = new EnumMap<Rate, BigDecimal>(Rate.class);
        for (var rate : Rate.values()) {
            var name = property(rate);
            var price = name == null ? null : dollars(properties, name);
            if (price != null && price.signum() >= 0) {
                prices.put(rate, price);
            }
        }
        return prices;
    }

    private static @Nullable String property(Rate rate) {
        return switch (rate) {
            case INPUT -> "$ai_input_token_price";
            case OUTPUT -> "$ai_output_token_price";
            case CACHE_READ -> "$ai_cache_read_token_price";
            case CACHE_WRITE -> "$ai_cache_write_token_price";
            case CACHE_WRITE_1H -> "$ai_cache_write_1h_token_price";
            case REQUEST -> "$ai_request_price";
            case WEB_SEARCH -> "$ai_web_search_price";
            case AUDIO_INPUT, AUDIO_OUTPUT, AUDIO_CACHE_READ -> null;
        };
    }

    /** The number under {@code name} as it was written; null when it is none, or a million million. */
    static @Nullable BigDecimal dollars(ObjectNode properties, String name) {
        var value = properties.get(name);
        Double about = value == null ? null : Values.number(value);
        if (value == null || about == null) {
            return null;
        }
        if (about == 0) {
            return BigDecimal.ZERO; // also 1e-99999999999, which no decimal holds
        }
        var number = value.isNumber()
                ? value.decimalValue()
                : new BigDecimal(value.stringValue().strip());
        return number.abs().compareTo(NO_PRICE) < 0 ? number : null;
    }
}
