package io.nightglass.boards.insight;

import io.nightglass.hogql.tree.Expr;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a series counts of its events: PostHog's {@code math}. */
sealed interface Measure {

    /** One aggregate over the events. */
    record Aggregate(Expr value) implements Measure {}

    /** How many different persons, sessions or the like. @param actor NULL is nobody */
    record Unique(Expr actor) implements Measure {}

    /** How many persons within so many days up to and including each. */
    record Active(int days) implements Measure {}

    /** An aggregate over how many events each person has. */
    record PerPerson(UnaryOperator<Expr> value) implements Measure {}

    Expr PERSON = Trees.name("person_id");

    /** Aggregates of a number, by their names on the wire. */
    Map<String, UnaryOperator<Expr>> NUMERIC = Map.ofEntries(
            Map.entry("sum", x -> Trees.call("sum", x)),
            Map.entry("avg", x -> Trees.call("avg", x)),
            Map.entry("min", x -> Trees.call("min", x)),
            Map.entry("max", x -> Trees.call("max", x)),
            Map.entry("median", x -> Trees.call("median", x)),
            Map.entry("p75", x -> Trees.parametric("quantile", 0.75, x)),
            Map.entry("p90", x -> Trees.parametric("quantile", 0.9, x)),
            Map.entry("p95", x -> Trees.parametric("quantile", 0.95, x)),
            Map.entry("p99", x -> Trees.parametric("quantile", 0.99, x)));

    /** The {@code math} of a series and what belongs to it. */
    static Measure of(Fields node, Persons persons, Interval interval) {
        var math = node.choice("math", "total", names());
        var property = node.text("math_property");
        var kind = node.text("math_property_type", "event_properties");
        var hogql = node.text("math_hogql");
        node.refuse("math_group_type_index", "is not supported; persons are counted");
        if (NUMERIC.containsKey(math)) {
            if (property == null || property.isEmpty()) {
                throw node.bad("math_property", "is wanted: the number of which the %s is taken".formatted(math));
            }
            return new Aggregate(known(math).apply(Trees.call("toFloat", value(node, kind, property, persons))));
        }
        if (math.endsWith("_count_per_actor")) {
            return new PerPerson(known(math.substring(0, math.indexOf('_'))));
        }
        return switch (math) {
            case "dau" -> new Unique(PERSON);
            case "weekly_active", "monthly_active" -> active(node, math.equals("weekly_active"), interval);
            case "unique_session" -> new Unique(Trees.property("$session_id"));
            case "hogql" -> new Aggregate(written(node, hogql));
            default -> new Aggregate(Trees.call("count"));
        };
    }

    private static Expr written(Fields node, @Nullable String hogql) {
        if (hogql == null) {
            throw node.bad("math_hogql", "is wanted: an aggregate in HogQL, sum(toFloat(properties.score))");
        }
        return node.writings().expression(hogql, node.at("math_hogql"));
    }

    private static Expr value(Fields node, String kind, String property, Persons persons) {
        return switch (kind) {
            case "event_properties" -> Trees.property(property);
            case "person_properties" -> persons.property(property);
            default ->
                throw node.bad(
                        "math_property_type",
                        "%s is not supported; there are event_properties, person_properties"
                                .formatted(BadFieldException.quoted(kind)));
        };
    }

    /** Persons of a week, week by week, are just the persons of each. */
    private static Measure active(Fields node, boolean week, Interval interval) {
        if (interval == (week ? Interval.WEEK : Interval.MONTH)) {
            return new Unique(PERSON);
        }
        if (interval != Interval.DAY) {
            throw node.bad(
                    "math",
                    "'%s' needs the interval day or %s"
                            .formatted(week ? "weekly_active" : "monthly_active", week ? "week" : "month"));
        }
        return new Active(week ? 7 : 30);
    }

    private static UnaryOperator<Expr> known(String name) {
        return Objects.requireNonNull(NUMERIC.get(name));
    }

    private static Map<String, String> names() {
        var names = new HashMap<String, String>();
        for (var name : List.of("total", "dau", "weekly_active", "monthly_active", "unique_session", "hogql")) {
            names.put(name, name);
        }
        for (var name : NUMERIC.keySet()) {
            names.put(name, name);
            if (!name.equals("sum")) {
                names.put(name + "_count_per_actor", name + "_count_per_actor");
            }
        }
        return names;
    }
}
