/**
 * Every function of HogQL, as data: name, signature, meaning, example.
 *
 * <p>Start here: {@link io.nightglass.hogql.function.Functions}; a new function is one line in the table of its kind
 * ({@code TextFunctions}, {@code DateFunctions}, ...) and one line in the printer of each store.
 */
@NullMarked
package io.nightglass.hogql.function;

import org.jspecify.annotations.NullMarked;
