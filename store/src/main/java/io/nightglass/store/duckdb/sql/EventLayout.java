package io.nightglass.store.duckdb.sql;

import io.nightglass.catalog.Catalog;
import io.nightglass.catalog.Kind;
import java.util.Map;

/**
 * The layout of decision 0002.
 *
 * @param promoted the columns of promoted properties, {@code dim_depth} to {@code n_3}
 */
public record EventLayout(Map<String, String> promoted) implements Layout {

    public EventLayout {
        promoted = Map.copyOf(promoted);
    }

    @Override
    public String relation(String table) {
        return Quote.name(table);
    }

    @Override
    public String column(String source, String table, String column) {
        return source + "." + Quote.name(column);
    }

    @Override
    public Place place(String name) {
        var known = Catalog.property(name);
        if (known.isPresent()) {
            return known.get().kind() == Kind.LONG_TEXT ? new Place.Apart() : new Place.Own("p_" + name);
        }
        var column = promoted.get(name);
        return column == null ? new Place.Inside() : new Place.Own(column);
    }
}
