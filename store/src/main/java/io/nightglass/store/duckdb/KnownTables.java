package io.nightglass.store.duckdb;

import io.nightglass.catalog.Catalog;
import io.nightglass.catalog.Property;
import io.nightglass.catalog.Schema;
import io.nightglass.hogql.Tables;
import io.nightglass.hogql.ValueType;
import io.nightglass.store.duckdb.sql.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be asked now. A property's type is the catalog's, else FLOAT while only numbers arrived under its name. */
record KnownTables(PropertyNames names) implements Tables, Layout {
    private static final List<PropertyShape> CATALOGS =
            Catalog.properties().stream().map(KnownTables::catalogs).toList();

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
        var entry = names.entry(name);
        return entry != null && entry.kind() == PropertyNames.Kind.NUMBER ? ValueType.FLOAT : ValueType.STRING;
    }

    @Override
    public List<PropertyShape> properties() {
        var shapes = new ArrayList<>(CATALOGS);
        names.all().keySet().stream()
                .filter(name -> Catalog.property(name).isEmpty())
                .sorted()
                .map(name -> new PropertyShape(name, property(name), false, List.of(), ""))
                .forEach(shapes::add);
        return shapes;
    }

    private static PropertyShape catalogs(Property property) {
        var events = Catalog.schemas().stream()
                .filter(schema ->
                        schema.properties().stream().anyMatch(own -> own.name().equals(property.name())))
                .map(Schema::event)
                .toList();
        return new PropertyShape(property.name(), type(property.kind()), true, events, property.doc());
    }

    @Override
    public String relation(String table) {
        return Columns.quoted(table);
    }

    @Override
    public String summed(String source, String table, String column) {
        return Money.is(table, column) ? source + "." + Columns.quoted(column) : column(source, table, column);
    }

    @Override
    public String column(String source, String table, String column) {
        var own = source + "." + Columns.quoted(column);
        if (Money.is(table, column)) {
            return "CAST(%s AS DOUBLE)".formatted(own);
        }
        if (table.equals("sessions") && column.equals("person_id")) {
            return PersonsSql.merged(own);
        }
        if (!table.equals("events")) {
            return own;
        }
        if (Shapes.isFurther(column)) {
            return FurtherColumns.sql(source, column);
        }
        return switch (column) {
            case "person_id" -> PersonsSql.merged(own);
            case "properties" -> names.anyApart() ? LongTexts.whole(source) : own;
            default -> own;
        };
    }

    @Override
    public Place place(String name, ValueType type) {
        Integer index = Columns.index(name);
        if (index != null) {
            var own = new Place.Own(Columns.bare(name));
            return switch (Columns.all().get(index).kind()) {
                case TEXT, JSON -> names.isApart(name) ? new Place.Either(own) : own;
                case NUMBER, INTEGER, BOOLEAN, LONG_TEXT -> own;
            };
        }
        if (Columns.LONG_TEXTS.contains(name)) {
            return new Place.Apart(names.isApart(name));
        }
        var entry = names.entry(name);
        if (type == ValueType.FLOAT && entry != null && entry.k() != null) {
            return new Place.Own("n_" + entry.k());
        }
        return names.isApart(name) ? new Place.Either(new Place.Inside()) : new Place.Inside();
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
