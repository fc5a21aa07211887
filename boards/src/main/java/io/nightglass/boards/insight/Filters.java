package io.nightglass.boards.insight;

import io.nightglass.hogql.tree.Expr;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Property filters, PostHog's {@code properties}, as a condition.
 *
 * @param person how a property of the event's person is asked for
 */
record Filters(Function<String, Expr> person, ZonedDateTime now) {
    private static final int DEEPEST = 20;
    private static final int MOST = 500;

    /** What a filter may be about; the rest of PostHog's types is not kept here. */
    enum Subject {
        EVENT,
        PERSON,
        HOGQL,
        COLUMN,
        FEATURE
    }

    private static final Map<String, Subject> SUBJECTS = Map.of(
            "event", Subject.EVENT,
            "person", Subject.PERSON,
            "hogql", Subject.HOGQL,
            "event_metadata", Subject.COLUMN,
            "feature", Subject.FEATURE);

    /** The condition of {@code name}, a list or a group; true when there is none. */
    Expr of(Fields fields, String name) {
        return fields.has(name) ? of(fields, fields.raw(name), fields.at(name), 0) : Trees.literal(true);
    }

    private Expr of(Fields around, JsonNode node, String path, int depth) {
        if (depth > DEEPEST) {
            throw new BadFieldException(path, "filters stand more than %d deep in each other".formatted(DEEPEST));
        }
        if (node.isArray()) {
            return Trees.all(each(around, node, path, depth));
        }
        var fields = around.inner(node, path);
        if (fields.isEmpty()) {
            return Trees.literal(true);
        }
        return fields.has("values") ? group(fields, depth) : filter(fields);
    }

    private List<Expr> each(Fields around, JsonNode list, String path, int depth) {
        if (list.size() > MOST) {
            throw new BadFieldException(path, "has more than %d filters".formatted(MOST));
        }
        var conditions = new ArrayList<Expr>();
        for (var item : list.values()) {
            conditions.add(of(around, item, "%s[%d]".formatted(path, conditions.size()), depth + 1));
        }
        return List.copyOf(conditions);
    }

    private Expr group(Fields group, int depth) {
        boolean or = group.choice("type", "AND", Map.of("AND", false, "and", false, "OR", true, "or", true));
        var values = group.raw("values");
        group.passing("id").end();
        if (!values.isArray()) {
            throw group.bad("values", "is no list; write [...]");
        }
        var conditions = each(group, values, group.at("values"), depth);
        return or && !conditions.isEmpty() ? Trees.any(conditions) : Trees.all(conditions);
    }

    private Expr filter(Fields filter) {
        if (filter.text("type", "event").equals("hogql")) {
            var key = filter.text("key");
            filter.passing("value", "operator", "label").end();
            if (key == null) {
                throw filter.bad("key", "is wanted: the condition, in HogQL");
            }
            return filter.writings().expression(key, filter.at("key"));
        }
        var subject = filter.choice("type", "event", SUBJECTS);
        var key = filter.text("key");
        if (key == null || key.isEmpty()) {
            throw filter.bad("key", "is wanted: the name of the property");
        }
        var value = filter.raw("value");
        var operator = filter.choice("operator", "exact", Operator.named());
        filter.passing("label").end();
        return new Comparison(subject(subject, key, filter), value, filter.at("value"), now).of(operator);
    }

    private Expr subject(Subject subject, String key, Fields filter) {
        return switch (subject) {
            case EVENT -> Trees.property(key);
            case FEATURE -> Trees.property("$feature/" + key);
            case PERSON -> person.apply(key);
            case HOGQL -> filter.writings().expression(key, filter.at("key"));
            case COLUMN -> {
                if (!Persons.COLUMNS.contains(key)) {
                    throw filter.bad(
                            "key",
                            "%s is no column of events; there are %s"
                                    .formatted(BadFieldException.quoted(key), String.join(", ", Persons.COLUMNS)));
                }
                yield Trees.name(key);
            }
        };
    }
}
