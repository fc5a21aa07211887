/**
 * The page where people ask their own questions, and the page that says what can be asked.
 *
 * <p>Start here:
 * <ul>
 *   <li>{@link io.nightglass.server.page.query.QueryPage}: a question in the address, its answer on the page.
 *   <li>{@link io.nightglass.server.page.query.Question}: how a question stands in an address, however long it is.
 *   <li>{@link io.nightglass.server.page.query.SchemaPage}: tables, columns, properties, functions.
 * </ul>
 */
@NullMarked
package io.nightglass.server.page.query;

import org.jspecify.annotations.NullMarked;
