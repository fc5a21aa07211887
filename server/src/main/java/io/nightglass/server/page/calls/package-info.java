/**
 * The pages of model calls: all of them, one of them, what failed, and sessions.
 *
 * <p>Start here:
 * <ul>
 *   <li>{@link io.nightglass.server.page.calls.GenerationListPage}: the list, its figures and its chart.
 *   <li>{@link io.nightglass.server.page.calls.CallAddress}: its filters, as they stand in an address.
 *   <li>{@link io.nightglass.server.page.calls.GenerationPage}: one call.
 *   <li>{@link io.nightglass.server.page.calls.ErrorPage}, {@link io.nightglass.server.page.calls.SessionPage}.
 * </ul>
 */
@NullMarked
package io.nightglass.server.page.calls;

import org.jspecify.annotations.NullMarked;
