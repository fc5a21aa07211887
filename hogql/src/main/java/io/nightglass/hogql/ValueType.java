package io.nightglass.hogql;

/** The type of a value in a query, in ClickHouse's spelling where it travels ({@code types} of a response). */
public enum ValueType {
    STRING("String"),
    FLOAT("Float64"),
    INTEGER("Int64"),
    BOOLEAN("Bool"),
    DATE("Date"),
    DATETIME("DateTime64(6)"),
    UUID("UUID"),
    /** JSON text: an array or object property, or the whole of {@code properties}. */
    JSON("String"),
    ARRAY("Array"),
    TUPLE("Tuple"),
    MAP("Map"),
    INTERVAL("Interval"),
    NULL("Nothing");

    private final String wire;

    ValueType(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }
}
