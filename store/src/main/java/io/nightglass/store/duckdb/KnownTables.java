package io.nightglass.store.duckdb;

import io.nightglass.catalog.Catalog;
import io.nightglass.hogql.Tables;
import io.nightglass.hogql.ValueType;
import io.nightglass.store.duckdb.sql.Layout;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be asked now. A property's type is the catalog's, else FLOAT while only numbers arrived under its name. */
record KnownTables(PropertyNames names) implements Tables, Layout {

    @Override
    public Optional<TableShape> table(String name) {
        return Shapes.ALL.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    @Override
    public List<TableShape> all() {
        return Shapes.ALL;
    }

    @Override
    public ValueType property(String name) {
        Integer index = Columns.index(name);
        if (index != null) {
            return type(Columns.all().get(index).kind());
        }
        var known = Catalog.property(name);
        if (known.isPresent()) {
            return type(known.get().kind());
        }
        return promotedColumn(name) == null ? ValueType.STRING : ValueType.FLOAT;
    }

    @Override
    public String relation(String table) {
        return Columns.quoted(table);
    }

    @Override
    public String column(String source, String table, String column) {
        var own = source + "." + Columns.quoted(column);
        return table.equals("events") && column.equals("person_id") ? PersonsSql.merged(own) : own;
    }

    @Override
    public Place place(String name) {
        if (Columns.index(name) != null) {
            return new Place.Own(Columns.bare(name));
        }
        if (Columns.LONG_TEXTS.contains(name)) {
            return new Place.Apart();
        }
        var promoted = promotedColumn(name);
        return promoted == null ? new Place.Inside() : new Place.Own(promoted);
    }

    private @Nullable String promotedColumn(String name) {
        var entry = names.entry(name);
        return entry == null || entry.kind() != PropertyNames.Kind.NUMBER ? null : "n_" + entry.k();
    }

    private static ValueType type(io.nightglass.catalog.Kind kind) {
        return switch (kind) {
            case TEXT, LONG_TEXT -> ValueType.STRING;
            case NUMBER -> ValueType.FLOAT;
            case INTEGER -> ValueType.INTEGER;
            case BOOLEAN -> ValueType.BOOLEAN;
            case JSON -> ValueType.JSON;
        };
    }
}
