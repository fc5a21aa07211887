package io.nightglass.server.price;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a price is for. The wire name stands in the price table and in the configuration. */
public enum Rate {
    INPUT,
    OUTPUT,
    CACHE_READ,
    /** Kept for five minutes, or nobody says how long. */
    CACHE_WRITE,
    CACHE_WRITE_1H,
    AUDIO_INPUT,
    AUDIO_OUTPUT,
    AUDIO_CACHE_READ,
    REQUEST,
    WEB_SEARCH;

    /** {@code cache_read} and the like. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is a price of tokens, told for a million of them. */
    boolean isOfTokens() {
        return this != REQUEST && this != WEB_SEARCH;
    }

    /** The rate called {@code wire}; empty when there is none. */
    public static Optional<Rate> named(String wire) {
        return Arrays.stream(values()).filter(rate -> rate.wire().equals(wire)).findFirst();
    }

    /** All wire names, for messages. */
    public static String names() {
        return Arrays.stream(values()).map(Rate::wire).collect(Collectors.joining(", "));
    }
}
