package io.nightglass.hogql.check;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.Scope;
import io.nightglass.hogql.Type;
import io.nightglass.hogql.ValueType;
import io.nightglass.hogql.checked.Checked;
import io.nightglass.hogql.checked.Checked.Constant;
import io.nightglass.hogql.function.Function;
import io.nightglass.hogql.function.Function.Group;
import io.nightglass.hogql.function.Functions;
import io.nightglass.hogql.function.Kind;
import io.nightglass.hogql.tree.Expr;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The few functions whose type or meaning is more than a line of the table can say. */
final class SpecialCalls {
    private static final List<String> PARTS =
            List.of("year", "quarter", "month", "dayofyear", "day", "week", "weekday", "hour", "minute", "second");

    private final CallChecker calls;
    private final ExprChecker expressions;
    private final ArrayCalls arrays;
    private final LambdaCalls lambdas;
    private final MapCalls maps;
    private final TextCalls texts;
    private final ReadCalls read;
    private final Scope scope;

    SpecialCalls(CallChecker calls, ExprChecker expressions, Scope scope) {
        this.calls = calls;
        this.expressions = expressions;
        this.arrays = new ArrayCalls(calls, expressions);
        this.lambdas = new LambdaCalls(calls, expressions);
        this.maps = new MapCalls(calls);
        this.texts = new TextCalls(calls, expressions);
        this.read = new ReadCalls(calls);
        this.scope = scope;
    }

    Checked check(Expr.Call call, Function function) {
        var rewritten = DateForms.rewrite(call, function.name()).or(() -> CastCalls.rewrite(call, function.name()));
        if (rewritten.isPresent()) {
            return expressions.check(rewritten.get());
        }
        if (function.signature().wantsLambda()
                || !call.arguments().isEmpty() && call.arguments().getFirst() instanceof Expr.Lambda) {
            return lambdas.check(call, function);
        }
        if (function.name().equals("hex")) {
            return texts.hexadecimal(call, function);
        }
        if (function.name().equals("CAST")) {
            return new Casts(calls, expressions).check(call);
        }
        return function.name().equals("dateDiff") || function.name().equals("age")
                ? difference(call, function)
                : withValues(call, function, expressions.all(call.arguments()));
    }

    Checked withValues(Expr.Call call, Function function, List<Checked> values) {
        return switch (function.name()) {
            case "now" -> new Constant(scope.now().truncatedTo(ChronoUnit.MICROS), Type.DATETIME);
            case "today" -> new Constant(scope.now().atZone(scope.zone()).toLocalDate(), Type.DATE);
            case "equals", "notEquals", "less", "lessOrEquals", "greater", "greaterOrEquals" ->
                calls.compare(call, function, values);
            case "isDistinctFrom", "isNotDistinctFrom" -> calls.distinguish(call, function, values);
            case "multiIf" -> multiIf(call, function, values);
            case "concat", "concatWithSeparator", "format" ->
                calls.plain(
                        call,
                        function,
                        values.stream().map(value -> asText(call, value)).toList());
            case "length", "empty", "notEmpty", "reverse" ->
                calls.plain(call, function, List.of(measurable(call, function, values)));
            case "arraySum", "arrayAvg" ->
                calls.plain(call, function, List.of(arrays.summable(call, function, values)));
            case "plus", "minus" -> arithmetic(call, function, values);
            case "tupleElement" -> arrays.element(call, function, values);
            case "arrayElement", "arrayElementOrNull" -> arrays.indexed(call, function, values);
            case "arrayReduce" -> calls.reduced(call, values);
            case "arrayFlatten" -> arrays.flattened(call, function, values);
            case "arrayCumSum", "arrayCumSumNonNegative", "arrayDifference", "arrayProduct" ->
                calls.plain(call, function, List.of(arrays.summable(call, function, values)));
            case "map", "mapFromArrays", "mapConcat" -> maps.check(call, function, values);
            case "arrayJoin" -> arrays.exploded(call, function, values);
            case "formatDateTime" -> {
                DatePatterns.check(call, values);
                yield calls.plain(call, function, withoutZone(call, function, values));
            }
            case "JSONExtract", "JSONExtractKeysAndValues" -> new JsonCalls(calls).extract(call, function, values);
            case "JSONExtractKeysAndValuesRaw" ->
                new Checked.Call(
                        function,
                        ((Checked.Call) calls.plain(call, function, values)).arguments(),
                        Type.arrayOf(Type.tupleOf(List.of(Type.STRING, Type.STRING))));
            case "transform" -> read.transform(call, function, values);
            case "toTypeName" -> read.typeName(call, function, values);
            case "timezone" -> new Constant(scope.zone().getId(), Type.STRING);
            case "toDateOrNull", "toDateOrZero", "toDateOrDefault" ->
                read.orElse(call, function, ValueType.DATE, values);
            case "toDateTimeOrNull", "toDateTimeOrZero" -> read.orElse(call, function, ValueType.DATETIME, values);
            case "dateName" -> read.dateName(call, function, withoutZone(call, function, values));
            case "toDateTime" -> toDateTime(call, function, values);
            case "toDate" -> toDate(call, function, values);
            default ->
                function.name().startsWith("toInterval")
                        ? refuseInterval(call)
                        : function.group() == Group.HASHES
                                ? texts.hashed(call, function, values)
                                : (function.group() == Group.DATES || function.group() == Group.DATE_READING)
                                        ? folded(calls.plain(call, function, withoutZone(call, function, values)))
                                        : calls.plain(call, function, values);
        };
    }

    private static Checked refuseInterval(Expr.Call call) {
        throw new QueryException(new QueryProblem.Unsupported(
                call.at(),
                "an INTERVAL on its own",
                "add it to a date or take it from one: timestamp - INTERVAL 1 DAY"));
    }

    private Checked asText(Expr.Call call, Checked value) {
        if (!value.type().parts().isEmpty()) {
            throw Mismatch.of(
                    call.at(), "an argument of concat", value, "a text; join arrays with arrayStringConcat()");
        }
        return calls.conversions().to(ValueType.STRING, value);
    }

    private Checked measurable(Expr.Call call, Function function, List<Checked> values) {
        if (values.size() != 1) {
            throw CallChecker.wrong(call, function, values.size());
        }
        var value = values.getFirst();
        boolean counted = value.type().base() == ValueType.ARRAY || value.type().base() == ValueType.MAP;
        return counted ? value : asText(call, value);
    }

    private Checked multiIf(Expr.Call call, Function function, List<Checked> values) {
        if (values.size() < 3 || values.size() % 2 == 0) {
            throw CallChecker.wrong(call, function, values.size());
        }
        var types = new ArrayList<Type>();
        for (int i = 0; i < values.size(); i++) {
            if (isResult(i, values.size())) {
                types.add(values.get(i).type());
            }
        }
        var common = Comparisons.common(types);
        if (common == null) {
            throw new QueryException(new QueryProblem.WrongType(
                    call.at(), "a result of CASE", Mismatch.named(types.getLast()), "the same type as the others"));
        }
        var fitted = new ArrayList<Checked>();
        for (int i = 0; i < values.size(); i++) {
            var value = values.get(i);
            fitted.add(
                    isResult(i, values.size())
                            ? calls.conversions().to(common, value)
                            : calls.arguments().condition(call.at(), value));
        }
        return new Checked.Call(function, List.copyOf(fitted), common);
    }

    private static boolean isResult(int index, int size) {
        return index % 2 == 1 || index == size - 1;
    }

    /** Days added to a date, seconds to a moment; two of them differ by days or seconds. */
    private Checked arithmetic(Expr.Call call, Function function, List<Checked> values) {
        if (values.size() != 2
                || values.stream().noneMatch(value -> value.type().isMoment())) {
            return calls.plain(call, function, values);
        }
        var left = values.getFirst();
        var right = values.getLast();
        boolean minus = function.name().equals("minus");
        if (left.type().isMoment() && right.type().isMoment() && minus) {
            boolean days = left.type().base() == ValueType.DATE && right.type().base() == ValueType.DATE;
            boolean whole = isWhole(left) && isWhole(right);
            if (!whole) {
                boolean nullable = left.type().nullable() || right.type().nullable();
                return new Checked.Call(function, values, Type.FLOAT.withNull(nullable));
            }
            var unit = new Constant(days ? "day" : "second", Type.STRING);
            return calls.plain(call, Functions.known("dateDiff"), List.of(unit, right, left));
        }
        var moment = left.type().isMoment() ? left : right;
        var amount = moment == left ? right : left;
        if (!amount.type().isNumber() || minus && moment == right) {
            throw Mismatch.of(call.at(), "one side of " + function.name(), amount, "a number or an INTERVAL");
        }
        var add = moment.type().base() == ValueType.DATE ? "addDays" : "addSeconds";
        var signed = minus ? negated(call, amount) : amount;
        return folded(calls.plain(call, Functions.known(add), List.of(moment, signed)));
    }

    private static boolean isWhole(Checked moment) {
        return moment.type().unsigned() || moment.type().base() == ValueType.DATE;
    }

    private Checked negated(Expr.Call call, Checked amount) {
        return CallChecker.constant(amount) instanceof Long number
                ? new Constant(-number, Type.INTEGER)
                : calls.plain(call, Functions.known("negate"), List.of(amount));
    }

    private Checked difference(Expr.Call call, Function function) {
        var unit = call.arguments().isEmpty()
                ? null
                : DateForms.unit(call.arguments().getFirst());
        if (unit == null) {
            throw DateForms.unknownUnit(call);
        }
        var values = new ArrayList<Checked>();
        values.add(new Constant(unit, Type.STRING));
        values.addAll(
                expressions.all(call.arguments().subList(1, call.arguments().size())));
        return calls.plain(call, function, withoutZone(call, function, values));
    }

    /** A text beside a zone is that zone's time; whatever else follows (the precision) changes nothing. */
    private Checked toDateTime(Expr.Call call, Function function, List<Checked> values) {
        var zone = values.stream()
                .skip(1)
                .map(CallChecker::constant)
                .filter(String.class::isInstance)
                .findFirst();
        if (zone.isPresent() && !values.getFirst().type().isMoment()) {
            var checked = zoneId(call, (String) zone.get());
            var moment = new Conversions(checked).to(ValueType.DATETIME, values.getFirst());
            return calls.plain(call, function, List.of(moment));
        }
        var moment = calls.plain(call, function, values.isEmpty() ? values : values.subList(0, 1));
        if (values.getFirst().type().isText()) {
            return ((Checked.Call) moment).arguments().getFirst() instanceof Constant constant ? constant : moment;
        }
        return call.function().equals("toDateTime") ? wholeSeconds(moment) : moment;
    }

    private static Checked wholeSeconds(Checked moment) {
        var type = Type.SECONDS.withNull(moment.type().nullable());
        return new Checked.Call(Functions.known("toStartOfSecond"), List.of(moment), type);
    }

    private Checked toDate(Expr.Call call, Function function, List<Checked> values) {
        if (values.size() == 1
                && CallChecker.constant(values.getFirst()) instanceof Long days
                && days >= 0
                && days < 65_536) {
            return new Constant(LocalDate.ofEpochDay(days), Type.DATE);
        }
        var day = calls.plain(call, function, withoutZone(call, function, values));
        return values.size() == 1 && values.getFirst() instanceof Constant constant && constant.value() != null
                ? calls.conversions().to(ValueType.DATE, constant)
                : day;
    }

    /** {@code now() - INTERVAL 30 DAY} is known before the question is put. */
    private Checked folded(Checked checked) {
        return checked instanceof Checked.Call call ? ShiftedMoments.fold(call, scope.zone()) : checked;
    }

    private static ZoneId zoneId(Expr.Call call, String zone) {
        try {
            return ZoneId.of(zone);
        } catch (java.time.DateTimeException unknown) {
            throw Mismatch.of(
                    call.at(), "the zone", new Constant(zone, Type.STRING), "a time zone like 'Europe/Berlin'");
        }
    }

    /** {@code toHour(x, 'Asia/Tokyo')} is {@code toHour(toTimeZone(x, 'Asia/Tokyo'))}. */
    private List<Checked> withoutZone(Expr.Call call, Function function, List<Checked> values) {
        var places = function.signature().arguments();
        boolean zoned = !values.isEmpty()
                && values.size() == places.size()
                && places.getLast().kind() == Kind.ZONE
                && !function.name().equals("toTimeZone");
        if (!zoned) {
            return values;
        }
        var zone = values.getLast();
        var inside = new ArrayList<Checked>();
        for (int i = 0; i < values.size() - 1; i++) {
            var value = values.get(i);
            boolean shifts = places.get(i).kind() == Kind.MOMENT && value.type().base() != ValueType.DATE;
            inside.add(shifts ? calls.plain(call, Functions.known("toTimeZone"), List.of(value, zone)) : value);
        }
        return inside;
    }
}
