package io.nightglass.server.price;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says what each call costs, when it arrives. What the client says wins: its total, else the sum of what it says of both
 * sides, else its prices; then the user's prices and the table's. Every dollar says how sure it is.
 */
public record Pricing(PriceTable table) {
    private static final Set<String> CALLS = Set.of("$ai_generation", "$ai_embedding");

    private static final Set<Rate> INPUT = Set.of(
            Rate.INPUT,
            Rate.CACHE_READ,
            Rate.CACHE_WRITE,
            Rate.CACHE_WRITE_1H,
            Rate.AUDIO_INPUT,
            Rate.AUDIO_CACHE_READ);
    private static final Set<Rate> OUTPUT = Set.of(Rate.OUTPUT, Rate.AUDIO_OUTPUT);
    private static final Set<Rate> BOTH_SIDES = Set.of(Rate.INPUT, Rate.OUTPUT);
    private static final Set<Rate> REQUEST = Set.of(Rate.REQUEST);
    private static final Set<Rate> WEB_SEARCH = Set.of(Rate.WEB_SEARCH);

    /** Writes into {@code properties} what the call costs; of any other event, only takes out what no client may say. */
    public void price(String event, ObjectNode properties) {
        properties.remove(Provenance.PROPERTY);
        if (CALLS.contains(event)) {
            cost(properties).writeTo(properties);
        }
    }

    /** What the call with these properties costs. Changes nothing. */
    Cost cost(ObjectNode properties) {
        var sent = Sent.of(properties);
        if (sent.total() != null) {
            return new Cost.Said(null);
        }
        if (sent.input() != null && sent.output() != null) {
            return new Cost.Said(sent.input().add(sent.output()).add(sent.fees()));
        }
        var caller = Caller.of(properties);
        var usage = Usage.of(properties, caller);
        boolean saysOneSide = sent.input() != null || sent.output() != null;
        if (!usage.hasInput() && !usage.hasOutput() && !saysOneSide) {
            return new Cost.Unknown();
        }
        // Who has prices of his own for both sides asks no list.
        boolean asksList = !sent.prices().keySet().containsAll(BOTH_SIDES);
        var price = asksList ? table.find(caller.model(), caller.provider()).orElse(null) : null;
        return computed(sent, caller, usage, price);
    }

    private static Cost computed(Sent sent, Caller caller, Usage usage, @Nullable Price price) {
        boolean hasPrices =
                sent.prices().containsKey(Rate.INPUT) || sent.prices().containsKey(Rate.OUTPUT);
        boolean saysOneSide = sent.input() != null || sent.output() != null;
        if (price == null && !hasPrices && !saysOneSide) {
            return new Cost.Unknown();
        }
        var rates = Rates.of(sent.prices(), price, usage, caller);
        var input = sent.input() == null ? rates.dollars(usage, INPUT) : sent.input();
        var output = sent.output() == null ? rates.dollars(usage, OUTPUT) : sent.output();
        if (input == null || output == null) {
            return new Cost.Unknown();
        }
        var computedRates = EnumSet.of(Rate.WEB_SEARCH, Rate.REQUEST);
        computedRates.addAll(sent.input() == null ? INPUT : Set.of());
        computedRates.addAll(sent.output() == null ? OUTPUT : Set.of());
        boolean isOwn = (hasPrices || saysOneSide) && !rates.isListed(usage, computedRates);
        var cost = new Cost.Computed(
                usage.hasInput() || sent.input() != null ? input : null,
                usage.hasOutput() || sent.output() != null ? output : null,
                new Cost.Fees(fee(rates, usage, REQUEST), fee(rates, usage, WEB_SEARCH)),
                new Cost.Basis(
                        isOwn ? Provenance.REPORTED : Provenance.LIST_PRICE,
                        isOwn ? null : price,
                        usage.isExclusive()));
        return cost.total().compareTo(Sent.NO_PRICE) < 0 ? cost : new Cost.Unknown();
    }

    /** A search at no known price adds nothing: the tokens are known all the same. */
    private static BigDecimal fee(Rates rates, Usage usage, Set<Rate> rate) {
        var fee = rates.dollars(usage, rate);
        return fee == null ? BigDecimal.ZERO : fee;
    }
}
