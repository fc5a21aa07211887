/**
 * Model calls: which were made, how long, how dear, how large, and what failed. Everything is asked of {@code generations},
 * whose columns are narrow; prompts and completions are read of one call alone.
 *
 * <p>Start here:
 * <ul>
 *   <li>{@link io.nightglass.boards.calls.Calls}: a list of calls, its figures, its course.
 *   <li>{@link io.nightglass.boards.calls.CallFilter}: which calls.
 *   <li>{@link io.nightglass.boards.calls.Failures}: what failed, alike things together.
 *   <li>{@link io.nightglass.boards.calls.Sessions}: calls that belong together.
 * </ul>
 */
@NullMarked
package io.nightglass.boards.calls;

import org.jspecify.annotations.NullMarked;
