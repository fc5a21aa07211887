package io.nightglass.boards.calls;

import java.util.Locale;

/** By what a list of calls is ordered; at the same value by uuid, and what has no value comes last. */
public record CallSort(By by, boolean descending) {
    public static final CallSort NEWEST = new CallSort(By.TIME, true);

    /** In the order in which they were made. */
    public static final CallSort OLDEST = new CallSort(By.TIME, false);

    /** What can be ordered by. */
    public enum By {
        TIME("timestamp"),
        /** Below 0 or above a day is none. */
        LATENCY("if(latency >= 0 AND latency <= 86400, latency, NULL)"),
        TOKENS(
                "if(input_tokens IS NULL AND output_tokens IS NULL, NULL, coalesce(input_tokens, 0) + coalesce(output_tokens, 0))"),
        COST("cost_usd");

        private final String hogql;

        By(String hogql) {
            this.hogql = hogql;
        }

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        String hogql() {
            return hogql;
        }
    }

    String hogql() {
        return "%s %s, uuid".formatted(by.hogql, descending ? "DESC" : "ASC");
    }

    /** What comes behind {@code place}, whose values are {@code {value}} and {@code {uuid}}. */
    String behind(CallPlace place) {
        var value = by.hogql;
        return place.value() == null
                ? "%s IS NULL AND uuid > {uuid}".formatted(value)
                : "(%1$s %2$s {value} OR %1$s IS NULL OR (%1$s = {value} AND uuid > {uuid}))"
                        .formatted(value, descending ? "<" : ">");
    }
}
