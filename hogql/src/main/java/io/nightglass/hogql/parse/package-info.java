/**
 * Text to tree.
 *
 * <p>Start here: {@link io.nightglass.hogql.parse.HogQlParse}, and the grammar {@code HogQlParser.g4}.
 */
@NullMarked
package io.nightglass.hogql.parse;

import org.jspecify.annotations.NullMarked;
