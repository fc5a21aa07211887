package io.nightglass.boards.insight;

import io.nightglass.hogql.tree.Expr;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * One property compared with one value, or a list of which one is enough. A property that was not sent equals, contains
 * and matches nothing, so it passes where that is denied; it lies neither inside nor outside of two bounds.
 *
 * @param field where the value stands, for complaints
 */
record Comparison(Expr property, JsonNode value, String field, ZonedDateTime now) {
    private static final int MOST_VALUES = 1_000;
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    Expr of(Operator operator) {
        return switch (operator) {
            case EXACT, IN -> equal();
            case IS_NOT, NOT_IN -> unless(equal());
            case ICONTAINS -> each(this::contains);
            case NOT_ICONTAINS -> unless(each(this::contains));
            case REGEX -> each(this::matches);
            case NOT_REGEX -> unless(each(this::matches));
            case GT -> each(ordered("greater"));
            case GTE -> each(ordered("greaterOrEquals"));
            case LT -> each(ordered("less"));
            case LTE -> each(ordered("lessOrEquals"));
            case IS_SET -> Trees.call("isNotNull", property);
            case IS_NOT_SET -> Trees.call("isNull", property);
            case IS_DATE_EXACT -> date("equals");
            case IS_DATE_BEFORE -> date("less");
            case IS_DATE_AFTER -> date("greater");
            case BETWEEN -> between();
            case NOT_BETWEEN -> Trees.call("not", between());
        };
    }

    /** True where {@code condition} is false or unknown. */
    private static Expr unless(Expr condition) {
        return Trees.call("not", Trees.call("ifNull", condition, Trees.literal(false)));
    }

    private Expr equal() {
        var members = scalars();
        return members.size() == 1
                ? Trees.call("equals", property, Trees.literal(members.getFirst()))
                : Trees.in(property, members);
    }

    private Expr each(Function<Object, Expr> one) {
        return Trees.any(scalars().stream().map(one).toList());
    }

    private Expr contains(Object wanted) {
        return contains(property, wanted);
    }

    /** Whether {@code text} has {@code wanted} somewhere, small and capital letters alike. */
    static Expr contains(Expr text, Object wanted) {
        var plain = wanted.toString().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return Trees.call("ilike", Trees.call("toString", text), Trees.literal("%" + plain + "%"));
    }

    private Expr matches(Object pattern) {
        return Trees.call("match", Trees.call("toString", property), Trees.literal(pattern.toString()));
    }

    /** Beside a number, or a text that is one, the property counts as a number; otherwise both are texts. */
    private Function<Object, Expr> ordered(String function) {
        return wanted -> {
            if (wanted instanceof Number number) {
                return Trees.call(function, Trees.call("toFloat", property), Trees.literal(number.doubleValue()));
            }
            var text = wanted.toString();
            return NUMBER.matcher(text).matches()
                    ? Trees.call(function, Trees.call("toFloat", property), Trees.literal(Double.valueOf(text)))
                    : Trees.call(function, Trees.call("toString", property), Trees.literal(text));
        };
    }

    private Expr date(String function) {
        if (!value.isString()) {
            throw new BadFieldException(field, "is no date; write 2026-03-30, -7d or the like");
        }
        var moment = RelativeDate.parse(value.stringValue(), now, field).time().toInstant();
        return Trees.call(function, Trees.call("toDateTime", Trees.call("toString", property)), Trees.literal(moment));
    }

    private Expr between() {
        var bounds = value.isArray() && value.size() == 2 ? scalars() : List.of();
        if (bounds.size() != 2
                || !bounds.stream()
                        .allMatch(bound -> NUMBER.matcher(bound.toString()).matches())) {
            throw new BadFieldException(field, "is no pair of numbers; write [least, most]");
        }
        var least = Double.valueOf(bounds.getFirst().toString());
        var most = Double.valueOf(bounds.getLast().toString());
        if (least > most) {
            throw new BadFieldException(field, "the least is more than the most; exchange them");
        }
        return Trees.all(List.of(
                ordered("greaterOrEquals").apply(least), ordered("lessOrEquals").apply(most)));
    }

    /** The value, or what the list has; at least one. Booleans are the words for them, as properties are kept. */
    private List<Object> scalars() {
        var nodes = value.isArray() ? List.copyOf(value.values()) : List.of(value);
        if (nodes.isEmpty() || nodes.size() > MOST_VALUES) {
            throw new BadFieldException(field, "has no value, or more than %d".formatted(MOST_VALUES));
        }
        var scalars = new ArrayList<Object>();
        for (var node : nodes) {
            scalars.add(
                    switch (node.getNodeType()) {
                        case STRING -> node.stringValue();
                        case BOOLEAN -> node.booleanValue() ? "true" : "false";
                        case NUMBER ->
                            node.isIntegralNumber() && node.canConvertToLong()
                                    ? (Object) node.longValue()
                                    : (Object) node.doubleValue();
                        case NULL, MISSING, ARRAY, OBJECT, BINARY, POJO ->
                            throw new BadFieldException(
                                    field, "is wanted: a text, a number, true, false or a list of such");
                    });
        }
        return List.copyOf(scalars);
    }
}
