package io.nightglass.boards.insight;

import io.nightglass.hogql.tree.Expr;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import tools.jackson.databind.JsonNode;

/** The {@code filters} of a HogQLQuery: what {@code {filters}} stands for in its text. */
public final class QueryFilters {
    private QueryFilters() {}

    /**
     * A condition on a row of events, from {@code dateRange}, whose end is not included, and {@code properties}; true when
     * they say nothing. {@code filterTestAccounts} has no meaning here, where no account is a test.
     *
     * @throws BadFieldException when a field of it cannot be understood
     */
    public static Expr of(JsonNode filters, ZoneId zone, Instant now) {
        if (filters.isMissingNode() || filters.isNull()) {
            return Trees.literal(true);
        }
        var here = now.atZone(zone);
        var fields = Fields.of(filters, "filters").passing("filterTestAccounts");
        var conditions = new ArrayList<Expr>();
        var range = fields.objectOrEmpty("dateRange").passing("explicitDate");
        var from = range.text("date_from");
        if (from != null && !from.equals("all")) {
            conditions.add(timestamp("greaterOrEquals", RelativeDate.parse(from, here, range.at("date_from"))));
        }
        var to = range.text("date_to");
        if (to != null) {
            conditions.add(timestamp("less", RelativeDate.parse(to, here, range.at("date_to"))));
        }
        range.end();
        if (fields.has(Asking.FILTERS)) {
            conditions.add(
                    new Filters(key -> Trees.name("person", "properties", key), here).of(fields, Asking.FILTERS));
        }
        fields.end();
        return Trees.all(conditions);
    }

    private static Expr timestamp(String comparison, RelativeDate moment) {
        return Trees.call(
                comparison, Trees.name("timestamp"), Trees.literal(moment.time().toInstant()));
    }
}
