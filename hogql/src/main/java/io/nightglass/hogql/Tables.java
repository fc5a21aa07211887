package io.nightglass.hogql;

import java.util.List;
import java.util.Optional;

/** What a store can be asked: its tables and their columns, and the type of every property it has seen. */
public interface Tables {
    /** The table called {@code name}, exact. */
    Optional<TableShape> table(String name);

    /** Every table, for messages and completion. */
    List<TableShape> all();

    /**
     * The type of {@code properties.name} of an event: the catalog's, else what arrived (a promoted number), else
     * {@link ValueType#STRING}. Never fails: a property nobody sent is a null string.
     */
    ValueType property(String name);

    /** A table and its columns in the order of {@code SELECT *}. */
    record TableShape(String name, String doc, List<ColumnShape> columns) {}

    /** @param nullable whether the column may hold NULL, which decides what an empty aggregate answers */
    record ColumnShape(String name, ValueType type, boolean nullable, String doc) {}
}
