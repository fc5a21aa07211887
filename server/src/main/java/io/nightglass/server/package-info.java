/**
 * The HTTP edge: capture, query, REST, pages.
 *
 * <p>Start here:
 * <ul>
 *   <li>{@link io.nightglass.server.Server#open}: what the pane is made of, in the order it is put together.
 *   <li>{@link io.nightglass.server.Routes}: every URL.
 *   <li>{@link io.nightglass.server.capture.Intake}: from what SDKs send to rows of the store.
 * </ul>
 */
@NullMarked
package io.nightglass.server;

import org.jspecify.annotations.NullMarked;
