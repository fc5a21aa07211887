/**
 * The first page of the day: what the loops did last night.
 *
 * <p>Start here:
 * <ul>
 *   <li>{@link io.nightglass.boards.morning.MorningReader}: asks the store, once per figure.
 *   <li>{@link io.nightglass.boards.morning.Morning}: the answer, as data; {@link io.nightglass.boards.morning.LoopNight}
 *       is one loop's part of it.
 * </ul>
 */
@NullMarked
package io.nightglass.boards.morning;

import org.jspecify.annotations.NullMarked;
