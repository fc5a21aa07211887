package io.nightglass.catalog;

import java.util.List;

/**
 * What one event may say: its wire name and its own properties, in the order of its record (envelope and context apart).
 *
 * @param ofRound whether it means nothing without a {@code round_id}
 */
public record Schema(String event, String doc, boolean ofRound, List<Property> properties) {}
