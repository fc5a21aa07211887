package io.nightglass.store.duckdb;

/**
 * Dollars on disk: exact decimals, so that a sum is the same whatever the order of its parts (docs/decisions/0016).
 * Numbers arrive as doubles; the shortest text of one is what its sender wrote. What one call or round said takes 8 bytes,
 * which the engine packs and reads in a fifth of the time of 16; what is added up has room for all of them.
 */
final class Money {
    /** Of one thing said. */
    static final String TYPE = "DECIMAL(18, 12)";

    /** Of many together: any sum of {@link #TYPE} is one. */
    static final String SUM = "DECIMAL(38, 12)";

    private Money() {}

    /** {@code number} as money; null when it is none, or a million dollars, which no call costs. */
    static String of(String number) {
        return "CASE WHEN abs(%1$s) < 1e6 THEN TRY_CAST(CAST(%1$s AS VARCHAR) AS %2$s) END".formatted(number, TYPE);
    }

    /** {@code number} as the money of a whole run; null when it is none, or a million million dollars. */
    static String sum(String number) {
        return "CASE WHEN abs(%1$s) < 1e12 THEN TRY_CAST(CAST(%1$s AS VARCHAR) AS %2$s) END".formatted(number, SUM);
    }

    /** Whether {@code column} of {@code table} lies on disk as money. */
    static boolean is(String table, String column) {
        return column.endsWith("_usd") && Derived.TABLES.contains(table);
    }
}
