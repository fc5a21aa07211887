/**
 * One command over all of Nightglass.
 *
 * <p>Start here: {@link io.nightglass.cli.Main} lists the commands; each is one class named after its word.
 */
@NullMarked
package io.nightglass.cli;

import org.jspecify.annotations.NullMarked;
