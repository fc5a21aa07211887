/**
 * What was odd about what arrived, and who has gone quiet.
 *
 * <p>Start here: {@link io.nightglass.boards.health.HealthReader}.
 */
@NullMarked
package io.nightglass.boards.health;

import org.jspecify.annotations.NullMarked;
