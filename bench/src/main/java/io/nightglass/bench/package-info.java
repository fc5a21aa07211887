/**
 * Measurements: what the pane takes and how fast it starts, each beside the bare engine in the same run.
 *
 * <p>Start here: {@link io.nightglass.bench.Bench} lists them; results are written down in {@code bench/RESULTS.md}.
 */
@NullMarked
package io.nightglass.bench;

import org.jspecify.annotations.NullMarked;
