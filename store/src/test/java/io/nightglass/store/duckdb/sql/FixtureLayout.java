package io.nightglass.store.duckdb.sql;

import io.nightglass.catalog.Kind;
import io.nightglass.hogql.ValueType;
import java.util.Map;

/** The layout of decision 0002 with the properties and promoted columns of the golden files' tables. */
record FixtureLayout(Map<String, Kind> known, Map<String, String> promoted) implements Layout {

    @Override
    public String relation(String table) {
        return Quote.name(table);
    }

    @Override
    public String column(String source, String table, String column) {
        return source + "." + Quote.name(column);
    }

    @Override
    public Place place(String name, ValueType type) {
        var kind = known.get(name);
        if (kind != null) {
            return kind == Kind.LONG_TEXT ? new Place.Apart(false) : new Place.Own("p_" + name);
        }
        var column = promoted.get(name);
        return column == null ? new Place.Inside() : new Place.Own(column);
    }
}
