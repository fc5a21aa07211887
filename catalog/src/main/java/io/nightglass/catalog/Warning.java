package io.nightglass.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Something odd about an event that was kept all the same. Shown to the user with a count and an example.
 *
 * @param kind what is odd
 * @param property the property it is about; null when it is about the whole event
 * @param detail what was found, at most 200 characters of the input
 */
public record Warning(Kind kind, @Nullable String property, String detail) {

    /** What can be odd. The wire name is what queries see. */
    public enum Kind {
        MISSING_PROPERTY("missing_property"),
        MISTYPED_PROPERTY("mistyped_property"),
        MISSING_ENVELOPE("missing_envelope"),
        TOO_MANY_PROMOTED("too_many_promoted"),
        TRUNCATED_DISTINCT_ID("truncated_distinct_id"),
        UNREADABLE_TIMESTAMP("unreadable_timestamp"),
        REFUSED_MERGE("refused_merge");

        private final String wire;

        Kind(String wire) {
            this.wire = wire;
        }

        public String wire() {
            return wire;
        }
    }
}
