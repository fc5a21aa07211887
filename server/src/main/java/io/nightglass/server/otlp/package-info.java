/**
 * Traces of OpenTelemetry as events (docs/decisions/0021).
 *
 * <p>Start here:
 * <ul>
 *   <li>{@link io.nightglass.server.otlp.OtlpRoute}: one request, from bytes to answer.
 *   <li>{@link io.nightglass.server.otlp.SpanEvent}: one span, from its attributes to an event.
 *   <li>{@link io.nightglass.server.otlp.GenAi}: which attribute is which property.
 * </ul>
 */
@NullMarked
package io.nightglass.server.otlp;

import org.jspecify.annotations.NullMarked;
