/**
 * What the server draws of a board's answer: table cells and inline SVG, every mark a link to what it counts.
 *
 * <p>Start here: {@link io.nightglass.server.page.draw.Days}.
 */
@NullMarked
package io.nightglass.server.page.draw;

import org.jspecify.annotations.NullMarked;
