/**
 * One round whole: what happened under what, from round_started to the verdict.
 *
 * <p>Start here:
 * <ul>
 *   <li>{@link io.nightglass.boards.trace.TraceReader}: a round's id in, its {@link io.nightglass.boards.trace.Trace} out.
 *   <li>{@link io.nightglass.boards.trace.Placing}: where each node belongs; decision 0019 says why.
 *   <li>{@link io.nightglass.boards.trace.TraceJson} and {@link io.nightglass.boards.trace.TraceText}: how it is written.
 * </ul>
 */
@NullMarked
package io.nightglass.boards.trace;

import org.jspecify.annotations.NullMarked;
