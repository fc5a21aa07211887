/**
 * How it is asked: text to tree to checked tree. Knows no engine; a store prints the checked tree in its own dialect.
 *
 * <p>Start here:
 * <ul>
 *   <li>{@link io.nightglass.hogql.HogQl}: the one door, text in, {@link io.nightglass.hogql.CheckedQuery} out.
 *   <li>{@link io.nightglass.hogql.QueryProblem}: everything a query can get wrong, each with a place and an advice.
 * </ul>
 */
@NullMarked
package io.nightglass.hogql;

import org.jspecify.annotations.NullMarked;
