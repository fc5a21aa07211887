/**
 * From what SDKs send to rows of the store.
 *
 * <p>Start here:
 * <ul>
 *   <li>{@link io.nightglass.server.capture.CaptureRoute}: one request, from bytes to answer.
 *   <li>{@link io.nightglass.server.capture.Intake}: one event, from JSON to row.
 *   <li>{@link io.nightglass.server.capture.ClockSkew}: when it happened, whatever the sender's clock says.
 * </ul>
 */
@NullMarked
package io.nightglass.server.capture;

import org.jspecify.annotations.NullMarked;
