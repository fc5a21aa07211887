/** What leaves an event before it is written anywhere. Start here: {@link Redaction}. */
@NullMarked
package io.nightglass.sdk.redact;

import org.jspecify.annotations.NullMarked;
