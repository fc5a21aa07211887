/**
 * The store on one DuckDB file.
 *
 * <p>Start here:
 * <ul>
 *   <li>{@link io.nightglass.store.duckdb.DuckDbEventStore}: opens the folder and holds the parts together.
 *   <li>{@link io.nightglass.store.duckdb.GroupCommit}: the way in, many calls to one force of the journal.
 *   <li>{@link io.nightglass.store.duckdb.Mover}: from the journal into the tables.
 *   <li>{@link io.nightglass.store.duckdb.Refresh}: how {@code rounds}, {@code runs} and {@code persons} follow the events.
 *   <li>{@link io.nightglass.store.duckdb.TableDefinitions}: what lies on disk.
 * </ul>
 */
@NullMarked
package io.nightglass.store.duckdb;

import org.jspecify.annotations.NullMarked;
