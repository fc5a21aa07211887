/**
 * What a loop can say, told once.
 *
 * <p>Start here:
 * <ul>
 *   <li>{@link io.nightglass.catalog.event.Event}: every event, one record each; a property is named on its component
 *       and nowhere else.
 *   <li>{@link io.nightglass.catalog.Catalog}: those records as data, for the store, the query language and the docs.
 *   <li>{@link io.nightglass.catalog.Envelope}: who and where, on every event; {@link io.nightglass.catalog.Context}: what
 *       any of them may say besides.
 *   <li>{@link io.nightglass.catalog.WireEvent} writes one, {@link io.nightglass.catalog.EventCodec} reads it back, and
 *       {@link io.nightglass.catalog.Check} says what is odd about one that somebody else wrote.
 * </ul>
 */
@NullMarked
package io.nightglass.catalog;

import org.jspecify.annotations.NullMarked;
