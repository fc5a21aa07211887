/**
 * One event of each kind, as it travels: what the documents print and what tests of every module send.
 *
 * <p>Start here: {@link io.nightglass.catalog.sample.EventSamples}.
 */
@NullMarked
package io.nightglass.catalog.sample;

import org.jspecify.annotations.NullMarked;
