package io.nightglass.server.price;

/** How sure a dollar is. */
public enum Provenance {
    /** The client said it, or the prices it was computed with. */
    REPORTED("reported"),
    /** Computed from tokens and the price table. */
    LIST_PRICE("list_price"),
    /** No price is known, or no tokens are. */
    UNKNOWN("unknown");

    /** Where it stands in an event. Nothing a client sends under this name is kept. */
    public static final String PROPERTY = "$ai_cost_provenance";

    private final String wire;

    Provenance(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }
}
