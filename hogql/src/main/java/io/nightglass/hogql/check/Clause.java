package io.nightglass.hogql.check;

/** The part of a query an expression stands in, which decides whether it may aggregate. */
enum Clause {
    SELECT("", true),
    WHERE("in WHERE; put the condition into HAVING", false),
    JOIN("in the condition of a JOIN", false),
    GROUP_BY("in GROUP BY", false),
    HAVING("", true),
    ORDER_BY("", true),
    AGGREGATE("inside another aggregate", false);

    private final String complaint;
    private final boolean aggregates;

    Clause(String complaint, boolean aggregates) {
        this.complaint = complaint;
        this.aggregates = aggregates;
    }

    String complaint() {
        return complaint;
    }

    boolean mayAggregate() {
        return aggregates;
    }
}
