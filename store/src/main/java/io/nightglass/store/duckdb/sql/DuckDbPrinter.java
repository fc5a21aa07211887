package io.nightglass.store.duckdb.sql;

import io.nightglass.hogql.CheckedQuery;
import io.nightglass.hogql.QueryException;
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
        var body = new BodyPrinter(layout, new Clock(query.zone(), query.now())).print(query.body());
        var rows = "LIMIT %d OFFSET %d".formatted(query.limit() + 1L, query.offset());
        return new Sql(
                switch (query.body()) {
                    case Body.Select select -> "%s %s".formatted(body, rows);
                    case Body.Combined combined -> "SELECT * FROM (%s) AS answer %s".formatted(body, rows);
                },
                List.of());
    }
}
