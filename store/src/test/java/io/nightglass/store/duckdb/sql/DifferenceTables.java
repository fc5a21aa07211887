package io.nightglass.store.duckdb.sql;

import static io.nightglass.hogql.ValueType.BOOLEAN;
import static io.nightglass.hogql.ValueType.DATE;
import static io.nightglass.hogql.ValueType.DATETIME;
import static io.nightglass.hogql.ValueType.FLOAT;
import static io.nightglass.hogql.ValueType.INTEGER;
import static io.nightglass.hogql.ValueType.STRING;
import static io.nightglass.hogql.ValueType.UUID;

import io.nightglass.hogql.Tables;
import io.nightglass.hogql.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tables of the golden files, and one with a column of every type, with and without NULL. */
record DifferenceTables() implements Tables {
    private static final Tables GOLDEN = new FixtureTables();

    private static final TableShape CELLS = new TableShape(
            "cells",
            "",
            List.of(
                    column("id", INTEGER, false),
                    column("i", INTEGER, false),
                    column("ni", INTEGER, true),
                    column("f", FLOAT, false),
                    column("nf", FLOAT, true),
                    column("s", STRING, false),
                    column("ns", STRING, true),
                    column("b", BOOLEAN, false),
                    column("nb", BOOLEAN, true),
                    column("t", DATETIME, false),
                    column("nt", DATETIME, true),
                    column("d", DATE, false),
                    column("nd", DATE, true),
                    column("u", UUID, false)));

    private static ColumnShape column(String name, ValueType type, boolean nullable) {
        return new ColumnShape(name, type, nullable, "");
    }

    @Override
    public Optional<TableShape> table(String name) {
        return name.equals("cells") ? Optional.of(CELLS) : GOLDEN.table(name);
    }

    @Override
    public List<TableShape> all() {
        return Stream.concat(GOLDEN.all().stream(), Stream.of(CELLS)).toList();
    }

    @Override
    public ValueType property(String name) {
        return GOLDEN.property(name);
    }

    @Override
    public List<PropertyShape> properties() {
        return GOLDEN.properties();
    }
}
