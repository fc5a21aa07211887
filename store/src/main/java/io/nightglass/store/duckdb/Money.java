package io.nightglass.store.duckdb;

/**
 * Dollars on disk: exact decimals, so that a sum is the same whatever the order of its parts (docs/decisions/0016).
 * Numbers arrive as doubles; the shortest text of one is what its sender wrote.
 */
final class Money {
    static final String TYPE = "DECIMAL(38, 12)";

    private Money() {}

    /** {@code number} as money; null when it is none, or a million million dollars. */
    static String of(String number) {
        return "CASE WHEN abs(%1$s) < 1e12 THEN TRY_CAST(CAST(%1$s AS VARCHAR) AS %2$s) END".formatted(number, TYPE);
    }

    /** Whether {@code column} of {@code table} lies on disk as money. */
    static boolean is(String table, String column) {
        return column.endsWith("_usd") && Derived.TABLES.contains(table);
    }
}
