package io.nightglass.hogql.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Expressions as HogQL text. Operators stand between their arguments, in brackets wherever one stands in another. */
final class ExprText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");
    private static final Map<String, String> OPERATORS = Map.ofEntries(
            Map.entry("plus", "+"),
            Map.entry("minus", "-"),
            Map.entry("multiply", "*"),
            Map.entry("divide", "/"),
            Map.entry("modulo", "%"),
            Map.entry("equals", "="),
            Map.entry("notEquals", "!="),
            Map.entry("less", "<"),
            Map.entry("lessOrEquals", "<="),
            Map.entry("greater", ">"),
            Map.entry("greaterOrEquals", ">="),
            Map.entry("like", "LIKE"),
            Map.entry("ilike", "ILIKE"),
            Map.entry("and", "AND"),
            Map.entry("or", "OR"));

    private ExprText() {}

    static String of(Expr expr) {
        return switch (expr) {
            case Expr.Literal(var at, var value) -> literal(value);
            case Expr.Name(var at, var parts) ->
                parts.stream().map(ExprText::name).collect(Collectors.joining("."));
            case Expr.Call call -> call(call);
            case Expr.Star(var at, var source) -> source == null ? "*" : name(source) + ".*";
            case Expr.In(var at, var value, var items) -> "%s IN (%s)".formatted(inside(value), list(items));
            case Expr.InQuery(var at, var value, var query) ->
                "%s IN (%s)".formatted(inside(value), HogQlText.of(query));
            case Expr.Subquery(var at, var query) -> "(%s)".formatted(HogQlText.of(query));
            case Expr.Columns columns -> columns(columns);
            case Expr.Aliased(var at, var value, var alias) -> "(%s AS %s)".formatted(of(value), name(alias));
            case Expr.Over(var at, var call, var name, var window) ->
                "%s OVER %s".formatted(of(call), name == null ? "(%s)".formatted(window(window)) : name(name));
            case Expr.Lambda(var at, var names, var body) ->
                "%s -> %s"
                        .formatted(
                                names.size() == 1 ? name(names.getFirst()) : "(%s)".formatted(String.join(", ", names)),
                                of(body));
        };
    }

    private static String columns(Expr.Columns columns) {
        if (columns.pattern() != null) {
            return "COLUMNS('%s')".formatted(escaped(columns.pattern()));
        }
        if (!columns.listed().isEmpty()) {
            return "COLUMNS(%s)".formatted(list(columns.listed()));
        }
        var all = columns.source() == null ? "*" : name(columns.source()) + ".*";
        var excluded = columns.excluded().isEmpty()
                ? ""
                : " EXCLUDE (%s)"
                        .formatted(
                                columns.excluded().stream().map(ExprText::name).collect(Collectors.joining(", ")));
        return columns.replaced().isEmpty()
                ? all + excluded
                : "COLUMNS(%s%s REPLACE (%s))"
                        .formatted(
                                all,
                                excluded,
                                columns.replaced().stream().map(HogQlText::item).collect(Collectors.joining(", ")));
    }

    static String window(Expr.Window window) {
        var parts = new ArrayList<String>();
        if (!window.partition().isEmpty()) {
            parts.add("PARTITION BY " + list(window.partition()));
        }
        if (!window.order().isEmpty()) {
            parts.add(
                    "ORDER BY " + window.order().stream().map(HogQlText::order).collect(Collectors.joining(", ")));
        }
        var frame = window.frame();
        if (frame != null) {
            parts.add("%s BETWEEN %s AND %s"
                    .formatted(frame.byRows() ? "ROWS" : "RANGE", bound(frame.from()), bound(frame.to())));
        }
        return String.join(" ", parts);
    }

    private static String bound(Expr.Bound bound) {
        var distance = bound.distance() == null ? "UNBOUNDED" : of(bound.distance());
        return switch (bound.side()) {
            case BEFORE -> distance + " PRECEDING";
            case CURRENT -> "CURRENT ROW";
            case AFTER -> distance + " FOLLOWING";
        };
    }

    private static String call(Expr.Call call) {
        var arguments = call.arguments();
        var operator = OPERATORS.get(call.function());
        if (operator != null && arguments.size() >= 2) {
            return arguments.stream().map(ExprText::inside).collect(Collectors.joining(" " + operator + " "));
        }
        return switch (call.function()) {
            case "array" -> "[%s]".formatted(list(arguments));
            case "tuple" ->
                arguments.size() > 1 ? "(%s)".formatted(list(arguments)) : "tuple(%s)".formatted(list(arguments));
            case "not" -> "NOT %s".formatted(inside(arguments.getFirst()));
            case "isNull" -> "%s IS NULL".formatted(inside(arguments.getFirst()));
            case "isNotNull" -> "%s IS NOT NULL".formatted(inside(arguments.getFirst()));
            default -> written(call);
        };
    }

    private static String written(Expr.Call call) {
        var parameters = call.parameters().isEmpty() ? "" : "(%s)".formatted(list(call.parameters()));
        boolean all = call.arguments().size() == 1 && call.arguments().getFirst() instanceof Expr.Star;
        var distinct = call.distinct() ? "DISTINCT " : "";
        return "%s%s(%s%s)".formatted(name(call.function()), parameters, distinct, all ? "" : list(call.arguments()));
    }

    /** An argument of an operator: in brackets when it is one itself. */
    private static String inside(Expr expr) {
        var text = of(expr);
        boolean bare = switch (expr) {
            case Expr.Call call -> isWritten(call);
            case Expr.In in -> false;
            case Expr.InQuery in -> false;
            case Expr.Lambda lambda -> false;
            case Expr.Columns columns -> true;
            case Expr.Aliased aliased -> true;
            case Expr.Over over -> true;
            case Expr.Literal literal -> true;
            case Expr.Name name -> true;
            case Expr.Star star -> true;
            case Expr.Subquery subquery -> true;
        };
        return bare ? text : "(" + text + ")";
    }

    private static boolean isWritten(Expr.Call call) {
        return !(OPERATORS.containsKey(call.function()) && call.arguments().size() >= 2)
                && !List.of("not", "isNull", "isNotNull").contains(call.function());
    }

    private static String list(List<Expr> exprs) {
        return exprs.stream().map(ExprText::of).collect(Collectors.joining(", "));
    }

    private static String literal(@Nullable Object value) {
        return switch (value) {
            case null -> "NULL";
            case String text -> "'" + escaped(text) + "'";
            case Double number when number.isNaN() -> "nan";
            case Double number when number.isInfinite() -> number > 0 ? "inf" : "-inf";
            case java.time.Instant moment -> "toDateTime('%s')".formatted(moment);
            case java.time.LocalDate day -> "toDate('%s')".formatted(day);
            default -> value.toString();
        };
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("'", "\\'")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\0", "\\0");
    }

    static String name(String name) {
        return PLAIN.matcher(name).matches()
                ? name
                : "`" + name.replace("\\", "\\\\").replace("`", "\\`") + "`";
    }
}
