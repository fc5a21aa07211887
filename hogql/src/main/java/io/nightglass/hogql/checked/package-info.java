/**
 * A query whose every name is looked up and every type known: what a store prints. Nothing in it was typed by a person
 * but constants, names of event properties and keys of paths.
 *
 * <p>Start here: {@link io.nightglass.hogql.checked.Body} for queries, {@link io.nightglass.hogql.checked.Checked} for
 * expressions.
 */
@NullMarked
package io.nightglass.hogql.checked;

import org.jspecify.annotations.NullMarked;
