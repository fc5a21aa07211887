package io.nightglass.boards.insight;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A range an answer is about, and what the answer calls it when there are two. @param label null when there is one */
record Period(DateRange range, @Nullable String label) {

    /** What is made of one series over one range. @see #each */
    interface Line {
        void of(Fields node, int place, Period period);
    }

    /** Every series over the first range, then over the next. */
    static void each(List<Period> periods, List<Fields> nodes, Line line) {
        for (var period : periods) {
            for (int i = 0; i < nodes.size(); i++) {
                line.of(nodes.get(i), i, period);
            }
        }
    }

    /** The asked range and, where {@code compareFilter} says so, the one before. */
    static List<Period> of(Fields query, DateRange range) {
        var fields = query.objectOrEmpty("compareFilter");
        boolean compare = fields.truth("compare");
        var to = fields.text("compare_to");
        fields.end();
        var periods = new ArrayList<Period>();
        if (!compare || range.from() == null) {
            periods.add(new Period(range, null));
        } else {
            periods.add(new Period(range, "current"));
            periods.add(
                    new Period(to == null ? range.before() : range.before(to, fields.at("compare_to")), "previous"));
        }
        return List.copyOf(periods);
    }
}
