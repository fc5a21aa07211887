package io.nightglass.store.duckdb.sql;

import java.util.List;

/**
 * One statement for the engine.
 *
 * @param parameters for its {@code ?}, in order; empty as long as constants are printed quoted, which the engine needs to
 *     recognise a GROUP BY expression among the columns
 */
public record Sql(String text, List<Object> parameters) {

    /** The statement that tells the engine's plan for this one, and runs nothing. */
    public Sql explained() {
        return new Sql("EXPLAIN " + text, parameters);
    }
}
