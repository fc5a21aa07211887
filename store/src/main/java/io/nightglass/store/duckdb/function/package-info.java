/**
 * Functions that the engine lacks, registered with it.
 *
 * <p>Start here: {@link io.nightglass.store.duckdb.function.EngineFunctions}.
 */
@NullMarked
package io.nightglass.store.duckdb.function;

import org.jspecify.annotations.NullMarked;
