package io.nightglass.store.duckdb.sql;

import io.nightglass.catalog.Catalog;
import io.nightglass.catalog.Kind;
import io.nightglass.catalog.Property;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The layout of decision 0002.
 *
 * @param known the kinds of the properties that have a {@code p_} column, or rows of {@code event_texts}
 * @param promoted the columns of promoted properties, {@code dim_depth} to {@code n_3}
 */
public record EventLayout(Map<String, Kind> known, Map<String, String> promoted) implements Layout {

    public EventLayout {
        known = Map.copyOf(known);
        promoted = Map.copyOf(promoted);
    }

    /** With the properties of the catalog. */
    public static EventLayout ofCatalog(Map<String, String> promoted) {
        return new EventLayout(
                Catalog.properties().stream().collect(Collectors.toMap(Property::name, Property::kind)), promoted);
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
    public Place property(String name) {
        var kind = known.get(name);
        if (kind != null) {
            return kind == Kind.LONG_TEXT ? new Place.Apart() : new Place.Own("p_" + name);
        }
        var column = promoted.get(name);
        return column == null ? new Place.Inside() : new Place.Own(column);
    }
}
