package io.nightglass.catalog;

import java.util.List;

/** What one event may say: its wire name and its own properties, in the order of its record (the envelope apart). */
public record Schema(String event, String doc, List<Property> properties) {}
