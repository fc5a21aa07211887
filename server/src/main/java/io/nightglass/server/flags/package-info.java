/**
 * What SDKs ask before they send: feature flags and remote configuration. No flag exists yet, and every answer says so in
 * the shape each SDK reads.
 *
 * <p>Start here: {@link io.nightglass.server.flags.FlagsRoute}.
 */
@NullMarked
package io.nightglass.server.flags;

import org.jspecify.annotations.NullMarked;
