package io.nightglass.store.duckdb;

/**
 * A row that is in the journal.
 *
 * @param seq its number in order of receipt
 */
record KeptRow(long seq, PreparedRow row) {}
