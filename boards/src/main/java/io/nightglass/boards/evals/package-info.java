/**
 * What judges said, over nights: how often cases pass, what fell back, what wavers and what judging costs.
 *
 * <p>Start here:
 * <ul>
 *   <li>{@link io.nightglass.boards.evals.Evals}: the questions.
 *   <li>{@link io.nightglass.boards.evals.Cases}: how a case finds its suite and its scorer.
 * </ul>
 */
@NullMarked
package io.nightglass.boards.evals;

import org.jspecify.annotations.NullMarked;
