/**
 * How a Java program says what its loop does.
 *
 * <p>Start here: {@link io.nightglass.sdk.Nightglass}, a loop's line to its pane; what it is opened with is
 * {@link io.nightglass.sdk.Config}.
 */
@NullMarked
package io.nightglass.sdk;

import org.jspecify.annotations.NullMarked;
