/**
 * Every event of the catalog, one record each.
 *
 * <p>Start here: {@link io.nightglass.catalog.event.Event}, whose permits clause is the list.
 */
@NullMarked
package io.nightglass.catalog.event;

import org.jspecify.annotations.NullMarked;
