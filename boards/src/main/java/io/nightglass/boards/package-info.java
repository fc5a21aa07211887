/**
 * What is worth looking at, as data next to its HogQL.
 *
 * <p>Start here:
 * <ul>
 *   <li>{@link io.nightglass.boards.Boards#ALL}: every board; a board is one file beside this one.
 *   <li>{@link io.nightglass.boards.BoardRunner}: a board and its filters in, a {@link io.nightglass.boards.BoardAnswer} out.
 *   <li>{@link io.nightglass.boards.Asker}: the one place where HogQL text meets the store.
 * </ul>
 */
@NullMarked
package io.nightglass.boards;

import org.jspecify.annotations.NullMarked;
