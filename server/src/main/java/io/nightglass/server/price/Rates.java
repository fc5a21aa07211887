package io.nightglass.server.price;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one of each costs in one call: the client's own price, else the list's, else what follows from the price of an
 * input or output token (posthog-wire.md 3.6).
 *
 * @param of dollars for one; what is missing has no known price
 * @param listed those among them that are the list's, or follow from the list's
 */
record Rates(Map<Rate, BigDecimal> of, Set<Rate> listed) {
    private static final BigDecimal FIVE_MINUTES = new BigDecimal("1.25");
    private static final BigDecimal AN_HOUR = new BigDecimal("2");
    private static final BigDecimal READ_AT_ANTHROPIC = new BigDecimal("0.1");
    private static final BigDecimal READ_ELSEWHERE = new BigDecimal("0.5");

    private static final Set<Rate> OF_INPUT =
            Set.of(Rate.CACHE_READ, Rate.CACHE_WRITE, Rate.CACHE_WRITE_1H, Rate.AUDIO_INPUT, Rate.AUDIO_CACHE_READ);

    /** @param price the list's; null when it knows the model not */
    static Rates of(Map<Rate, BigDecimal> client, @Nullable Price price, Usage usage, Caller caller) {
        var rates = new EnumMap<Rate, BigDecimal>(Rate.class);
        if (price != null) {
            rates.putAll(price.ratesFor(usage.prompt()));
        }
        var listed = EnumSet.noneOf(Rate.class);
        listed.addAll(rates.keySet());
        // Who has a price of his own for tokens has none of the list's discounts on them.
        if (client.containsKey(Rate.INPUT)) {
            rates.keySet().removeAll(OF_INPUT);
            listed.removeAll(OF_INPUT);
        }
        if (client.containsKey(Rate.OUTPUT)) {
            rates.remove(Rate.AUDIO_OUTPUT);
            listed.remove(Rate.AUDIO_OUTPUT);
        }
        rates.putAll(client);
        listed.removeAll(client.keySet());
        var all = new Rates(rates, listed);
        all.follow(Rate.CACHE_READ, Rate.INPUT, caller.isLikeAnthropic() ? READ_AT_ANTHROPIC : READ_ELSEWHERE);
        all.follow(Rate.CACHE_WRITE, Rate.INPUT, billsWrites(usage, caller) ? FIVE_MINUTES : BigDecimal.ONE);
        all.follow(Rate.CACHE_WRITE_1H, Rate.INPUT, AN_HOUR);
        all.follow(Rate.AUDIO_INPUT, Rate.INPUT, BigDecimal.ONE);
        all.follow(Rate.AUDIO_CACHE_READ, Rate.CACHE_READ, BigDecimal.ONE);
        all.follow(Rate.AUDIO_OUTPUT, Rate.OUTPUT, BigDecimal.ONE);
        return all;
    }

    /** A provider that counts what it writes within the input, and lists no price for it, takes it for input. */
    private static boolean billsWrites(Usage usage, Caller caller) {
        return caller.isLikeAnthropic() || usage.isExclusive() || usage.count(Rate.CACHE_WRITE_1H) > 0;
    }

    private void follow(Rate rate, Rate from, BigDecimal times) {
        var price = of.get(from);
        if (!of.containsKey(rate) && price != null) {
            of.put(rate, price.multiply(times));
            if (listed.contains(from)) {
                listed.add(rate);
            }
        }
    }

    /** The dollars of {@code usage} under {@code some}; null when one that was used has no price. */
    @Nullable
    BigDecimal dollars(Usage usage, Set<Rate> some) {
        var sum = BigDecimal.ZERO;
        for (var rate : some) {
            long count = usage.count(rate);
            var price = of.get(rate);
            if (count > 0 && price == null) {
                return null;
            }
            if (price != null) {
                sum = sum.add(price.multiply(BigDecimal.valueOf(count)));
            }
        }
        return sum;
    }

    /** Whether any of {@code some} was used at a price of the list. */
    boolean isListed(Usage usage, Set<Rate> some) {
        return some.stream().anyMatch(rate -> usage.count(rate) > 0 && listed.contains(rate));
    }
}
