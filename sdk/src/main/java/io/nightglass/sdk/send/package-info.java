/** From the spool to the pane, or to any PostHog host. Start here: {@link Sender}. */
@NullMarked
package io.nightglass.sdk.send;

import org.jspecify.annotations.NullMarked;
