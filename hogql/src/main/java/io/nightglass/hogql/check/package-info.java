/**
 * Tree to checked tree: names, types, functions, and the rules of GROUP BY.
 *
 * <p>Start here: {@link io.nightglass.hogql.check.QueryChecker} for clauses, then {@code ExprChecker} for expressions.
 */
@NullMarked
package io.nightglass.hogql.check;

import org.jspecify.annotations.NullMarked;
