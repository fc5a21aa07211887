package io.nightglass.hogql;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a query text is read against.
 *
 * @param tables what can be asked
 * @param values for {@code {name}} placeholders: String, Long, Double, Boolean, Instant, LocalDate, a List of such, or
 *     null
 * @param zone days, hours and weeks are this zone's
 * @param now what {@code now()} and {@code today()} mean, the same all through one query
 */
public record Scope(Tables tables, Map<String, @Nullable Object> values, ZoneId zone, Instant now) {}
