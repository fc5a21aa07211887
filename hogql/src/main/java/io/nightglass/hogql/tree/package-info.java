/**
 * A query text as a tree, names not looked up yet.
 *
 * <p>Start here: {@link io.nightglass.hogql.tree.Query}, {@link io.nightglass.hogql.tree.Expr}; back to text goes
 * {@link io.nightglass.hogql.tree.HogQlText}.
 */
@NullMarked
package io.nightglass.hogql.tree;

import org.jspecify.annotations.NullMarked;
