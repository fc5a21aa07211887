/**
 * Runs as pages: the list, one run with its course drawn, and two runs or nights side by side.
 *
 * <p>Start here: {@link io.nightglass.server.page.runs.RunPage}.
 */
@NullMarked
package io.nightglass.server.page.runs;

import org.jspecify.annotations.NullMarked;
