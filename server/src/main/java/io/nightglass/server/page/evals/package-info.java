/**
 * Pages of what judges said: suites over nights, their runs, their cases.
 *
 * <p>Start here:
 * <ul>
 *   <li>{@link io.nightglass.server.page.evals.EvalPage}: the overview.
 *   <li>{@link io.nightglass.server.page.evals.EvalAsked}: the filters of all three.
 * </ul>
 */
@NullMarked
package io.nightglass.server.page.evals;

import org.jspecify.annotations.NullMarked;
