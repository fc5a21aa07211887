/**
 * What must not be kept, taken out before anything is stored or logged (docs/decisions/0022).
 *
 * <p>Start here:
 * <ul>
 *   <li>{@link io.nightglass.server.redaction.Redaction}: one event, cleaned in place.
 *   <li>{@link io.nightglass.server.redaction.Secrets}: what in a text is one.
 * </ul>
 */
@NullMarked
package io.nightglass.server.redaction;

import org.jspecify.annotations.NullMarked;
