/**
 * PostHog's REST API, as far as it is ours: queries, projects, annotations. Every route asks for the personal key.
 *
 * <p>Start here: {@link io.nightglass.server.api.QueryRoute}.
 */
@NullMarked
package io.nightglass.server.api;

import org.jspecify.annotations.NullMarked;
