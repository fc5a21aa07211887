/**
 * What a call of a language model costs (docs/decisions/0020).
 *
 * <p>Start here:
 * <ul>
 *   <li>{@link io.nightglass.server.price.Pricing}: from an event's properties to dollars and how sure they are.
 *   <li>{@link io.nightglass.server.price.PriceTable}: whose price a model's name finds.
 *   <li>{@link io.nightglass.server.price.Usage}: which token is counted as what.
 * </ul>
 */
@NullMarked
package io.nightglass.server.price;

import org.jspecify.annotations.NullMarked;
