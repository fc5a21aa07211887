package io.nightglass.boards.insight;

import io.nightglass.hogql.CheckedQuery;
import io.nightglass.hogql.Scope;
import io.nightglass.hogql.tree.Expr;
import java.util.ArrayList;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** The {@code filters} of a HogQLQuery: what {@code {filters}} stands for in its text. */
public final class QueryFilters {
    private final Expr condition;
    private final Writings writings;

    private QueryFilters(Expr condition, Writings writings) {
        this.condition = condition;
        this.writings = writings;
    }

    /**
     * A condition on a row of events, from {@code dateRange}, whose end is not included, and {@code properties}; true when
     * they say nothing. {@code filterTestAccounts} has no meaning here, where no account is a test.
     *
     * @param text the query it is for, whose own places come first
     * @throws BadFieldException when a field of it cannot be understood
     */
    public static QueryFilters of(JsonNode filters, String text, Scope scope) {
        var writings = new Writings(text.codePointCount(0, text.length()));
        return filters.isMissingNode() || filters.isNull()
                ? new QueryFilters(Trees.literal(true), writings)
                : new QueryFilters(condition(Fields.of(filters, "filters", writings), scope), writings);
    }

    /** What {@code {filters}} stands for. */
    public Expr condition() {
        return condition;
    }

    /** What {@code compiler} gives; a mistake in the filters says its field. */
    public CheckedQuery placing(Supplier<CheckedQuery> compiler) {
        return writings.placing(compiler);
    }

    private static Expr condition(Fields fields, Scope scope) {
        var here = scope.now().atZone(scope.zone());
        fields.passing("filterTestAccounts");
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
