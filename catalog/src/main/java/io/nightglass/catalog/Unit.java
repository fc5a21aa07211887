package io.nightglass.catalog;

/** What a number counts. The wire name never says it twice: {@code latency_ms} is {@link #MILLISECONDS}. */
public enum Unit {
    NONE(""),
    USD("USD"),
    SECONDS("s"),
    MILLISECONDS("ms"),
    BYTES("B"),
    TOKENS("tokens"),
    LINES("lines"),
    ROUNDS("rounds"),
    COUNT("count"),
    SHARE("0..1");

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    /** The short form documents print, empty for {@link #NONE}. */
    public String symbol() {
        return symbol;
    }
}
