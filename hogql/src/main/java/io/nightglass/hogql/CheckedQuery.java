package io.nightglass.hogql;

import java.util.List;

/** A query whose every name, function and type has been checked: what a store is handed. */
public record CheckedQuery(List<ResultColumn> columns) {

    public record ResultColumn(String name, ValueType type) {}
}
