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

    /** Every property of an event that has a name of its own: the catalog's, then those that arrived, by name. */
    List<PropertyShape> properties();

    /**
     * A table.
     *
     * @param columns in the order of {@code SELECT *}
     * @param further what can be asked by name, but is not part of {@code *}; a name of two parts ({@code person.id}) is
     *     written with its dot
     */
    record TableShape(String name, String doc, List<ColumnShape> columns, List<ColumnShape> further) {
        public TableShape(String name, String doc, List<ColumnShape> columns) {
            this(name, doc, columns, List.of());
        }
    }

    /** @param nullable whether the column may hold NULL, which decides what an empty aggregate answers */
    record ColumnShape(String name, ValueType type, boolean nullable, String doc) {}

    /**
     * A property of events, asked for as {@code properties.name}.
     *
     * @param isCatalogs else it is known because it arrived, and {@code doc} is empty
     * @param events that carry it by the catalog; empty when any may
     */
    record PropertyShape(String name, ValueType type, boolean isCatalogs, List<String> events, String doc) {}
}
