/** Feature flags, evaluated here or by the host, as PostHog's SDKs do. Start here: {@link Evaluation}. */
@NullMarked
package io.nightglass.sdk.flags;

import org.jspecify.annotations.NullMarked;
