/**
 * Rounds one by one: the list behind every number.
 *
 * <p>Start here:
 * <ul>
 *   <li>{@link io.nightglass.boards.rounds.Rounds}: the questions.
 *   <li>{@link io.nightglass.boards.rounds.Round}: a round as boards.md defines it.
 * </ul>
 */
@NullMarked
package io.nightglass.boards.rounds;

import org.jspecify.annotations.NullMarked;
