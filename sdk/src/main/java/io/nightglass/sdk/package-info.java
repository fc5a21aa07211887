/**
 * How a Java program says what its loop does.
 *
 * <p>Start here: {@link io.nightglass.sdk.Environment}, the names by which every client of a pane is configured. The
 * tracker, its durable spool and flags come with a later version.
 */
@NullMarked
package io.nightglass.sdk;

import org.jspecify.annotations.NullMarked;
