package io.nightglass.store.duckdb.sql;

import io.nightglass.hogql.ValueType;

/** Where tables, columns and event properties lie on disk (decision 0002). Everything given out is SQL of our own. */
public interface Layout {

    /** What stands after FROM for the HogQL table {@code table}. */
    String relation(String table);

    /**
     * The SQL of a column.
     *
     * @param source the SQL alias of the table, to be put before its columns
     */
    String column(String source, String table, String column);

    /** The same for a column that is added up: exact numbers stay exact until they are. */
    default String summed(String source, String table, String column) {
        return column(source, table, column);
    }

    /**
     * Where {@code properties.name} of an event lies.
     *
     * @param type what the query takes it for; what is known of the name may have changed since it was checked
     */
    Place place(String name, ValueType type);

    /** One of four places. Column names are not quoted yet. */
    sealed interface Place {
        /** A column of {@code events} with values of the property's own type. */
        record Own(String column) implements Place {}

        /**
         * Rows of {@code event_texts}, JSON text.
         *
         * @param pieced whether any value is so long that it takes more than one row
         */
        record Apart(boolean pieced) implements Place {}

        /** Inside the JSON text of {@code events.properties}. */
        record Inside() implements Place {}

        /** Where {@code usual} says; values too long for that, {@link Apart}. Of a text or JSON property. */
        record Either(Place usual) implements Place {}
    }
}
