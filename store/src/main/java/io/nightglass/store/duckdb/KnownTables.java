package io.nightglass.store.duckdb;

import io.nightglass.catalog.Catalog;
import io.nightglass.hogql.Tables;
import io.nightglass.hogql.ValueType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be asked now. A property's type is the catalog's, else FLOAT while only numbers arrived under its name. */
record KnownTables(PropertyNames names) implements Tables, Sql.PropertyColumns {

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
    public @Nullable String column(String property) {
        return Columns.index(property) == null ? promotedColumn(property) : Columns.column(property);
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
