/**
 * PostHog's questions that are data, not text: trends, funnels, retention and the like. Each is read from its JSON,
 * becomes a HogQL tree, and its rows become PostHog's shape.
 *
 * <p>Start here: {@link io.nightglass.boards.insight.AskedQuery}.
 */
@NullMarked
package io.nightglass.boards.insight;

import org.jspecify.annotations.NullMarked;
