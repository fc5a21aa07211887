package io.nightglass.store.duckdb.sql;

import io.nightglass.hogql.CheckedQuery;
import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.Type;
import io.nightglass.hogql.checked.Body;
import java.util.List;

/** Prints a checked query as DuckDB SQL. Stateless; any number of threads. */
public record DuckDbPrinter(Layout layout) {

    /**
     * One SELECT whose columns are {@code c1, c2, ...} in the order of {@code query.columns()}. It asks for one row more
     * than {@code query.limit()}, which tells whether there are more.
     *
     * <p>Moments come as TIMESTAMP in UTC without zone, days as DATE, whole numbers as BIGINT, outcomes of comparisons
     * (INTEGER, {@code UInt8} on the wire) as BIGINT 1 or 0.
     *
     * @throws QueryException when the SQL would become absurdly long
     */
    public Sql print(CheckedQuery query) {
        var bodies = new BodyPrinter(layout, query.zone());
        var columns = new StringBuilder();
        for (int i = 0; i < query.columns().size(); i++) {
            columns.append(i == 0 ? "" : ", ")
                    .append(shown(i, query.columns().get(i).shape()));
        }
        boolean plain = query.columns().stream().noneMatch(column -> isTruth(column.shape()));
        var rows = "LIMIT %d OFFSET %d".formatted(query.limit() + 1L, query.offset());
        var body = bodies.print(query.body());
        var text = plain && query.body() instanceof Body.Select
                ? "%s %s".formatted(body, rows)
                : "SELECT %s FROM (%s) AS answer %s".formatted(columns, body, rows);
        return new Sql(text, List.of());
    }

    private static String shown(int index, Type type) {
        var name = "c" + (index + 1);
        return isTruth(type) ? "CAST(%s AS BIGINT) AS %s".formatted(name, name) : name;
    }

    /** The outcome of a comparison, which ClickHouse shows as 1 or 0. */
    private static boolean isTruth(Type type) {
        return type.unsigned() && type.base() == io.nightglass.hogql.ValueType.BOOLEAN;
    }
}
