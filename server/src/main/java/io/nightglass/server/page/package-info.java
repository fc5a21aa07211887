/**
 * The pages people read. Handlers decode, call, encode; the HTML is in the templates of {@code src/main/jte}.
 *
 * <p>Start here:
 * <ul>
 *   <li>{@link io.nightglass.server.page.Pages}: every address of a page.
 *   <li>{@link io.nightglass.server.page.MorningPage}: the first of them.
 *   <li>{@link io.nightglass.server.page.Links}: where a number leads.
 *   <li>{@code io.nightglass.server.page.format}: how a number is written, one class per kind.
 * </ul>
 */
@NullMarked
package io.nightglass.server.page;

import org.jspecify.annotations.NullMarked;
