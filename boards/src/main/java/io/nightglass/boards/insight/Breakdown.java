package io.nightglass.boards.insight;

import io.nightglass.hogql.tree.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * By what an answer is split: PostHog's {@code breakdownFilter}.
 *
 * @param values a text per property, NULL when it was not sent or is empty; none when nothing is split
 * @param limit most values shown, the rest being one
 * @param several whether values were asked for as a list, and are answered as one
 */
record Breakdown(List<Expr> values, int limit, boolean hideOther, boolean several) {
    /** Stands for all values beyond the limit. */
    static final String OTHER = "$$_posthog_breakdown_other_$$";
    /** Stands for a property that was not sent, or is empty. */
    static final String NULL = "$$_posthog_breakdown_null_$$";

    private static final int LIMIT = 25;
    private static final int MOST = 1_000;
    private static final int MOST_PROPERTIES = 3;
    private static final Map<String, Filters.Subject> SUBJECTS =
            Map.of("event", Filters.Subject.EVENT, "person", Filters.Subject.PERSON, "hogql", Filters.Subject.HOGQL);

    static Breakdown of(Fields query, Persons persons) {
        var fields = query.objectOrEmpty("breakdownFilter");
        var values = new ArrayList<Expr>();
        var many = fields.objects("breakdowns");
        for (var one : many) {
            var type = one.choice("type", "event", SUBJECTS);
            var property = one.text("property");
            unsupported(one, "");
            one.end();
            if (property == null) {
                throw one.bad("property", "is wanted: the name of a property");
            }
            values.add(value(type, property, persons, () -> one.writings().expression(property, one.at("property"))));
        }
        var type = fields.choice("breakdown_type", "event", SUBJECTS);
        if (values.isEmpty()) {
            boolean listed = fields.raw("breakdown").isArray();
            for (var property : properties(fields)) {
                var field = listed ? fields.at("breakdown", values.size()) : fields.at("breakdown");
                values.add(
                        value(type, property, persons, () -> fields.writings().expression(property, field)));
            }
        } else if (fields.has("breakdown")) {
            throw fields.bad("breakdown", "stands beside breakdowns; leave one of them out");
        }
        int limit = fields.whole("breakdown_limit", LIMIT, 1, MOST);
        boolean hide = fields.truth("breakdown_hide_other_aggregation");
        unsupported(fields, "breakdown_");
        fields.end();
        if (values.size() > MOST_PROPERTIES) {
            throw query.bad("breakdownFilter", "splits by more than %d properties".formatted(MOST_PROPERTIES));
        }
        return new Breakdown(List.copyOf(values), limit, hide, !many.isEmpty() || values.size() > 1);
    }

    private static List<String> properties(Fields fields) {
        if (fields.raw("breakdown").isArray()) {
            return fields.texts("breakdown");
        }
        var one = fields.text("breakdown");
        return one == null ? List.of() : List.of(one);
    }

    private static void unsupported(Fields fields, String prefix) {
        for (var name : List.of("group_type_index", "histogram_bin_count", "normalize_url", "path_cleaning")) {
            fields.refuse(prefix + name, "is not supported; split by the property as it is");
        }
    }

    private static Expr value(Filters.Subject type, String property, Persons persons, Supplier<Expr> written) {
        var value = switch (type) {
            case EVENT, FEATURE, COLUMN -> Trees.property(property);
            case PERSON -> persons.property(property);
            case HOGQL -> written.get();
        };
        return Trees.call("nullIf", Trees.call("toString", value), Trees.literal(""));
    }

    /** Whether a row has the values that {@code breakdown} of a question names; true when it names none. */
    Expr is(Fields how) {
        if (!how.has("breakdown")) {
            return Trees.literal(true);
        }
        var wanted = how.raw("breakdown").isArray() ? how.texts("breakdown") : List.of(how.text("breakdown", ""));
        if (wanted.size() != values.size()) {
            throw how.bad(
                    "breakdown",
                    "has %d values where the insight is split by %d".formatted(wanted.size(), values.size()));
        }
        var all = new ArrayList<Expr>();
        for (int i = 0; i < wanted.size(); i++) {
            if (wanted.get(i).equals(OTHER)) {
                throw how.bad("breakdown", "cannot be the values beyond the limit; raise breakdown_limit");
            }
            all.add(
                    wanted.get(i).equals(NULL)
                            ? Trees.call("isNull", values.get(i))
                            : Trees.call("equals", values.get(i), Trees.literal(wanted.get(i))));
        }
        return Trees.all(all);
    }

    boolean isNone() {
        return values.isEmpty();
    }

    /** The column of the value at {@code place}, from 0. */
    static String column(int place) {
        return "breakdown_" + (place + 1);
    }

    String[] columns() {
        var columns = new String[values.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = column(i);
        }
        return columns;
    }

    /** Adds the columns to {@code selection} and groups by them. */
    void grouped(Selection selection, List<Expr> shown) {
        for (int i = 0; i < shown.size(); i++) {
            selection.column(column(i), shown.get(i)).groupBy(column(i));
        }
    }

    /** The columns of an inner selection, shown and grouped by again. */
    void again(Selection selection) {
        for (var column : columns()) {
            selection.column(column).groupBy(column);
        }
    }

    /**
     * The values that are shown, the rest as {@link #OTHER}.
     *
     * @param ranked events of which {@code rank} is taken, the greatest first; its where is set
     */
    List<Expr> shown(Selection ranked, Expr rank) {
        if (isNone()) {
            return values;
        }
        var named = values.stream()
                .map(value -> Trees.call("ifNull", value, Trees.literal(NULL)))
                .toList();
        grouped(ranked, named);
        var missing = new ArrayList<Expr>();
        for (var column : columns()) {
            missing.add(Trees.call("equals", Trees.name(column), Trees.literal(NULL)));
        }
        ranked.ascending(Trees.call("if", Trees.any(missing), Trees.literal(1L), Trees.literal(0L)));
        ranked.descending(rank);
        for (var column : columns()) {
            ranked.ascending(Trees.name(column));
        }
        var top = ranked.limit(limit, 0).tree();
        var whole = named.size() == 1 ? named.getFirst() : new Expr.Call(0, "tuple", List.of(), named, false);
        var isTop = new Expr.InQuery(0, whole, top);
        return named.stream()
                .map(value -> Trees.call("if", isTop, value, Trees.literal(OTHER)))
                .toList();
    }
}
