package io.nightglass.server.price;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/**
 * What one model costs, in dollars for one token, request or search.
 *
 * @param provider whose list it stands in
 * @param source where the numbers are from
 * @param rates what is listed; what is not follows from these ({@link Rates})
 * @param large what is listed for prompts of more than {@code over} tokens; empty when nothing is
 */
public record Price(
        String provider,
        String model,
        String source,
        Map<Rate, BigDecimal> rates,
        Map<Rate, BigDecimal> large,
        long over) {

    /** What is listed for a prompt of {@code tokens}, cached ones included. */
    Map<Rate, BigDecimal> ratesFor(long tokens) {
        if (large.isEmpty() || tokens <= over) {
            return rates;
        }
        var all = new EnumMap<Rate, BigDecimal>(Rate.class);
        all.putAll(rates);
        all.keySet().removeAll(java.util.Set.of(Rate.CACHE_READ, Rate.CACHE_WRITE, Rate.CACHE_WRITE_1H));
        all.putAll(large);
        return all;
    }

    /** {@code number} as it is listed, made the price of one: tokens are listed by the million. */
    static BigDecimal ofOne(Rate rate, BigDecimal number) {
        return rate.isOfTokens() ? number.scaleByPowerOfTen(-6) : number;
    }
}
