/**
 * Checked queries as DuckDB's SQL.
 *
 * <p>Start here: {@link io.nightglass.store.duckdb.sql.DuckDbPrinter}; each function of HogQL is one line of
 * {@code FunctionTemplates} or one method of {@code FunctionForms}.
 */
@NullMarked
package io.nightglass.store.duckdb.sql;

import org.jspecify.annotations.NullMarked;
