/**
 * Where it is kept.
 *
 * <p>Start here:
 * <ul>
 *   <li>{@link io.nightglass.store.EventStore}: keeps events, answers checked queries.
 *   <li>{@link io.nightglass.store.MetadataStore}: the small things beside them, annotations first.
 *   <li>{@code io.nightglass.store.duckdb}: both on one DuckDB file.
 * </ul>
 */
@NullMarked
package io.nightglass.store;

import org.jspecify.annotations.NullMarked;
