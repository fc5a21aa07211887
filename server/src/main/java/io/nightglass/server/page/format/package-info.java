/**
 * How a number is written on a page: one class per kind. Raw numbers are for CSV and JSON.
 *
 * <p>Start here: {@link io.nightglass.server.page.format.Score}.
 */
@NullMarked
package io.nightglass.server.page.format;

import org.jspecify.annotations.NullMarked;
