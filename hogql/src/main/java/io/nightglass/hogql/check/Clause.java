package io.nightglass.hogql.check;

/** The part of a query an expression stands in, which decides whether it may aggregate. */
enum Clause {
    SELECT("", true, true),
    WHERE("in WHERE; put the condition into HAVING", false, false),
    JOIN("in the condition of a JOIN", false, false),
    GROUP_BY("in GROUP BY", false, false),
    HAVING("", true, false),
    QUALIFY("", true, true),
    ORDER_BY("", true, true),
    LIMIT_BY("", true, true),
    AGGREGATE("inside another aggregate", false, false),
    WINDOW("", true, false);

    private final String complaint;
    private final boolean aggregates;
    private final boolean windows;

    Clause(String complaint, boolean aggregates, boolean windows) {
        this.complaint = complaint;
        this.aggregates = aggregates;
        this.windows = windows;
    }

    String complaint() {
        return complaint;
    }

    boolean mayAggregate() {
        return aggregates;
    }

    boolean mayWindow() {
        return windows;
    }
}
