/**
 * The page of one round: its tree with a waterfall, and one node opened beside it.
 *
 * <p>Start here:
 * <ul>
 *   <li>{@link io.nightglass.server.page.trace.TracePage}: the address.
 *   <li>{@link io.nightglass.server.page.trace.Waterfall}: the lines of the tree.
 *   <li>{@link io.nightglass.server.page.trace.OpenNode}: what was said in one of them.
 * </ul>
 */
@NullMarked
package io.nightglass.server.page.trace;

import org.jspecify.annotations.NullMarked;
