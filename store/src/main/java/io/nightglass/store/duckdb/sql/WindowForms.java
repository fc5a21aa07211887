package io.nightglass.store.duckdb.sql;

import io.nightglass.hogql.ValueType;
import io.nightglass.hogql.checked.Checked;
import io.nightglass.hogql.checked.Checked.Bound;
import io.nightglass.hogql.checked.Checked.Window;
import io.nightglass.hogql.tree.Expr.Side;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Functions over windows. What lies outside is what ClickHouse takes for nothing, unless the value may be NULL. */
record WindowForms(ExprPrinter expressions, FunctionForms functions) {
    static final Set<String> NAMES = Set.of(
            "row_number",
            "rank",
            "dense_rank",
            "percent_rank",
            "cume_dist",
            "ntile",
            "lag",
            "lead",
            "lagInFrame",
            "leadInFrame",
            "nth_value");

    String print(Checked.Windowed windowed) {
        return switch (windowed.function()) {
            case Checked.Aggregate aggregate ->
                aggregate.function().name().equals("anyLast")
                        ? last(aggregate, over(windowed.window(), true))
                        : functions.aggregate(aggregate, over(windowed.window(), true));
            case Checked.Call call -> call(call, windowed.window());
            case Checked other -> throw new IllegalStateException("no function over a window: " + other);
        };
    }

    /** The engine filters no last value. */
    private String last(Checked.Aggregate aggregate, String over) {
        var value = expressions.print(aggregate.arguments().getFirst());
        var chosen = aggregate.condition() == null
                ? value
                : "CASE WHEN %s THEN %s END".formatted(expressions.print(aggregate.condition()), value);
        var sql = "last_value(%s IGNORE NULLS)%s".formatted(chosen, over);
        return aggregate.type().nullable()
                ? sql
                : "coalesce(%s, %s)".formatted(sql, ConversionForms.nothing(aggregate.type()));
    }

    private String call(Checked.Call call, Window window) {
        var name = call.function().name();
        return switch (name) {
            case "lag", "lead" -> shifted(name, call, window);
            case "lagInFrame", "leadInFrame" ->
                reaches(name, call, window.frame())
                        ? shifted(name.equals("lagInFrame") ? "lag" : "lead", call, window)
                        : outside(call);
            case "nth_value" ->
                orOutside("nth_value(%s)%s".formatted(arguments(call.arguments()), over(window, true)), call);
            default -> "%s(%s)%s".formatted(name, arguments(call.arguments()), over(window, false));
        };
    }

    private String arguments(List<Checked> arguments) {
        return String.join(", ", expressions.all(arguments));
    }

    private String shifted(String name, Checked.Call call, Window window) {
        return orOutside("%s(%s)%s".formatted(name, arguments(call.arguments()), over(window, false)), call);
    }

    private static String orOutside(String sql, Checked.Call call) {
        return call.type().nullable() ? sql : "coalesce(%s, %s)".formatted(sql, ConversionForms.nothing(call.type()));
    }

    /** What is answered for every row when the frame never holds the row asked for. */
    private String outside(Checked.Call call) {
        if (call.arguments().size() > 2) {
            return expressions.print(call.arguments().getLast());
        }
        return call.type().nullable()
                ? ConversionForms.noValue("NULL", call.type())
                : ConversionForms.nothing(call.type());
    }

    /** Whether the row so many before or after lies in the frame: the same for every row, as distances are constant. */
    private static boolean reaches(String name, Checked.Call call, Checked.@Nullable Frame frame) {
        long rows = call.arguments().size() < 2
                ? 1
                : (Long) Objects.requireNonNull(
                        ((Checked.Constant) call.arguments().get(1)).value());
        if (rows == 0) {
            return true;
        }
        boolean back = name.equals("lagInFrame");
        if (frame == null) {
            return back;
        }
        var bound = back ? frame.from() : frame.to();
        if (bound.side() != (back ? Side.BEFORE : Side.AFTER)) {
            return false;
        }
        return bound.distance() == null || frame.byRows() && rows <= bound.distance();
    }

    private String over(Window window, boolean framed) {
        var sql = new StringBuilder();
        if (!window.partition().isEmpty()) {
            sql.append("PARTITION BY ").append(arguments(window.partition()));
        }
        var frame = framed ? window.frame() : null;
        boolean byDistance = frame != null && !frame.byRows() && (isDistance(frame.from()) || isDistance(frame.to()));
        if (!window.order().isEmpty()) {
            sql.append(sql.isEmpty() ? "" : " ")
                    .append("ORDER BY ")
                    .append(window.order().stream()
                            .map(order -> byDistance
                                    ? BodyPrinter.plainOrder(order, expressions.print(order.value()))
                                    : BodyPrinter.order(order, expressions.print(order.value())))
                            .collect(Collectors.joining(", ")));
        }
        if (frame != null) {
            var base = frame.byRows() || window.order().isEmpty()
                    ? ValueType.INTEGER
                    : window.order().getFirst().value().type().base();
            sql.append(" %s BETWEEN %s AND %s"
                    .formatted(frame.byRows() ? "ROWS" : "RANGE", bound(frame.from(), base), bound(frame.to(), base)));
        }
        return " OVER (%s)".formatted(sql);
    }

    private static boolean isDistance(Bound bound) {
        return bound.distance() != null;
    }

    private static String bound(Bound bound, ValueType base) {
        var distance = bound.distance() == null ? "UNBOUNDED" : distance(bound.distance(), base);
        return switch (bound.side()) {
            case BEFORE -> distance + " PRECEDING";
            case CURRENT -> "CURRENT ROW";
            case AFTER -> distance + " FOLLOWING";
        };
    }

    private static String distance(double distance, ValueType base) {
        return switch (base) {
            case DATE -> "INTERVAL (%d) DAY".formatted((long) distance);
            case DATETIME -> "INTERVAL (%d) SECOND".formatted((long) distance);
            case FLOAT -> Quote.constant(distance);
            case STRING, INTEGER, BOOLEAN, UUID, JSON, ARRAY, TUPLE, MAP, INTERVAL, NULL ->
                Long.toString((long) distance);
        };
    }
}
