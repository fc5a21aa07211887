package io.nightglass.hogql;

import java.util.List;
import java.util.Optional;

/** One table of a few columns, for tests of the language alone. */
record SampleTables() implements Tables {
    private static final TableShape EVENTS = new TableShape(
            "events",
            "",
            List.of(
                    new ColumnShape("event", ValueType.STRING, false, ""),
                    new ColumnShape("timestamp", ValueType.DATETIME, false, ""),
                    new ColumnShape("properties", ValueType.JSON, false, ""),
                    new ColumnShape("project", ValueType.STRING, true, "")));

    @Override
    public Optional<TableShape> table(String name) {
        return name.equals("events") ? Optional.of(EVENTS) : Optional.empty();
    }

    @Override
    public List<TableShape> all() {
        return List.of(EVENTS);
    }

    @Override
    public ValueType property(String name) {
        return name.equals("score") ? ValueType.FLOAT : ValueType.STRING;
    }

    @Override
    public List<PropertyShape> properties() {
        return List.of(new PropertyShape("score", ValueType.FLOAT, true, List.of(), ""));
    }
}
