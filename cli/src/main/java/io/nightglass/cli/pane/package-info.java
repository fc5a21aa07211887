/**
 * A running pane as the commands see it: over HTTP, like anybody else.
 *
 * <p>Start here: {@link io.nightglass.cli.pane.Pane}.
 */
@NullMarked
package io.nightglass.cli.pane;

import org.jspecify.annotations.NullMarked;
