package io.nightglass.boards.insight;

import io.nightglass.hogql.CheckedQuery;
import io.nightglass.hogql.HogQl;
import io.nightglass.hogql.Scope;
import io.nightglass.hogql.tree.Query;
import io.nightglass.store.Table;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;

/** A question while it is read. @param query its fields */
record Asking(Fields query, Scope scope) {
    static final String FILTERS = "properties";

    /** What every insight may say besides: for a screen, or without a meaning where there is one project and no actions. */
    static Asking of(Fields query, Scope scope) {
        query.passing("kind", "modifiers", "response", "tags", "version", "dataColorTheme", "filterTestAccounts");
        query.refuse("aggregation_group_type_index", "is not supported; persons are counted");
        var factor = query.raw("samplingFactor");
        if (query.has("samplingFactor") && factor.asDouble(0) != 1) {
            throw query.bad("samplingFactor", "is not supported; every event is counted, leave it out");
        }
        return new Asking(query, scope);
    }

    ZonedDateTime now() {
        return scope.now().atZone(scope.zone());
    }

    Filters filters(Persons persons) {
        return new Filters(persons::property, now());
    }

    CheckedQuery compiled(Selection selection) {
        return query.writings().compiled(selection.tree(), scope, HogQl.MOST);
    }

    /** When the earliest event happened. */
    CheckedQuery earliest() {
        var events = new Query.Source.Named(0, "events", null);
        return compiled(Selection.from(events).column("earliest", Trees.call("min", Trees.name("timestamp"))));
    }

    /** The answer to {@link #earliest}; now when there are no events. */
    ZonedDateTime earliest(Table table) {
        return table.rows().getFirst().getFirst() instanceof Instant moment && moment.isAfter(Instant.EPOCH)
                ? moment.atZone(scope.zone())
                : now();
    }

    /** All rows of {@code table}, or a refusal: an answer of which a part is missing is none. */
    static List<List<@org.jspecify.annotations.Nullable Object>> rows(Table table) {
        if (table.hasMore()) {
            throw new BadFieldException(
                    "dateRange",
                    "the answer would have more than %d points; take a shorter range, a longer interval or fewer breakdowns"
                            .formatted(HogQl.MOST));
        }
        return table.rows();
    }
}
