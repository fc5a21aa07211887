/**
 * What every route shares: refusals, bounded bodies, JSON, and the guards in front.
 *
 * <p>Start here:
 * <ul>
 *   <li>{@link io.nightglass.server.edge.Bodies}: a request's body, decoded and parsed, never more of it than allowed.
 *   <li>{@link io.nightglass.server.edge.Refusal}: every way a request can be turned down, and how it reads.
 * </ul>
 */
@NullMarked
package io.nightglass.server.edge;

import org.jspecify.annotations.NullMarked;
