/**
 * Nightly runs: what each came to, and its rounds in their order.
 *
 * <p>Start here: {@link io.nightglass.boards.runs.Runs}.
 */
@NullMarked
package io.nightglass.boards.runs;

import org.jspecify.annotations.NullMarked;
