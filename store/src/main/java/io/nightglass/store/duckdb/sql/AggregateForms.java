package io.nightglass.store.duckdb.sql;

import io.nightglass.hogql.Type;
import io.nightglass.hogql.ValueType;
import io.nightglass.hogql.checked.Checked;
import io.nightglass.hogql.function.Function;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Aggregates whose SQL depends on types or parameters, and what every aggregate answers over no rows. */
record AggregateForms(ExprPrinter expressions, ConversionForms conversions, Template templates, Zones zones) {
    static final Set<String> NAMES = Set.of(
            "count",
            "uniq",
            "uniqUpTo",
            "sum",
            "sumCount",
            "groupArray",
            "groupUniqArray",
            "groupConcat",
            "groupArrayMovingSum",
            "groupArrayMovingAvg",
            "histogram",
            "quantilesExact",
            "quantileExactLow",
            "topKWeighted",
            "sumMap",
            "minMap",
            "maxMap",
            "retention",
            "windowFunnel",
            "sequenceMatch",
            "sequenceCount");

    /**
     * What an aggregate is made of, as SQL.
     *
     * @param filter what stands after its brackets, or nothing
     * @param and its condition, after another one
     * @param over its window, or nothing; {@code filter} has it too
     */
    record Parts(Checked.Aggregate aggregate, List<String> arguments, String filter, String and, String over) {
        String first() {
            return arguments.getFirst();
        }

        /** Values that are not NULL. */
        String list() {
            return "list(%s) FILTER (WHERE %s IS NOT NULL%s)%s".formatted(first(), first(), and, over);
        }
    }

    /** @param over {@code OVER (...)}, or nothing */
    String print(Checked.Aggregate aggregate, String over) {
        var condition = aggregate.condition() == null ? null : expressions.print(aggregate.condition());
        if (!NumberForms.leavesNaNOut(aggregate)) {
            return print(aggregate, new Template.Tail(condition, over));
        }
        var numbers = new Template.Tail(
                "NOT isnan(%s)%s"
                        .formatted(
                                expressions.print(NumberForms.judged(aggregate)),
                                condition == null ? "" : " AND (%s)".formatted(condition)),
                over);
        return "CASE WHEN count(*)%s > 0 THEN %s ELSE %s END"
                .formatted(
                        numbers.filter(),
                        print(aggregate, numbers),
                        print(aggregate, new Template.Tail(condition, over)));
    }

    private String print(Checked.Aggregate aggregate, Template.Tail tail) {
        var name = aggregate.function().name();
        var condition = tail.condition();
        var over = tail.over();
        var parts = new Parts(
                aggregate,
                expressions.all(aggregate.arguments()),
                tail.filter(),
                condition == null ? "" : " AND (%s)".formatted(condition),
                over);
        var sql = NAMES.contains(name)
                ? formed(name, parts)
                : templates.fill(FunctionTemplates.BY_NAME.get(name), aggregate, tail);
        boolean counts = name.equals("count") || name.startsWith("uniq");
        return aggregate.type().nullable() || counts ? sql : "coalesce(%s, %s)".formatted(sql, overNothing(aggregate));
    }

    private String formed(String name, Parts parts) {
        var aggregate = parts.aggregate();
        var arguments = parts.arguments();
        return switch (name) {
            case "count" -> "count(%s)%s".formatted(arguments.isEmpty() ? "*" : parts.first(), parts.filter());
            case "uniq" -> "count(DISTINCT %s)%s".formatted(distinct(arguments), parts.filter());
            case "uniqUpTo" ->
                "least(count(DISTINCT %s)%s, %s + 1)"
                        .formatted(distinct(arguments), parts.filter(), parameter(parts, 0));
            case "sum" ->
                whole(aggregate.type(), expressions.sum(aggregate.arguments().getFirst(), parts.filter()));
            case "sumCount" ->
                "row(coalesce(%s, 0), count(%s)%s)"
                        .formatted(
                                whole(
                                        aggregate.type().parts().getFirst(),
                                        "sum(%s)%s".formatted(parts.first(), parts.filter())),
                                parts.first(),
                                parts.filter());
            case "groupArray" -> atMost(parts, parts.list());
            case "groupUniqArray" -> atMost(parts, parts.list().replaceFirst("list\\(", "list(DISTINCT "));
            case "groupConcat" -> joined(parts);
            case "groupArrayMovingSum", "groupArrayMovingAvg" -> moving(name, parts);
            case "histogram" -> histogram(parts);
            case "quantilesExact" ->
                Let.in(
                        "l",
                        "list_sort(%s)".formatted(parts.list()),
                        l -> aggregate.parameters().stream()
                                .map(level -> exact(l, expressions.print(level)))
                                .collect(Collectors.joining(
                                        ", ", "CASE WHEN %s IS NOT NULL THEN [".formatted(l), "] END")));
            case "quantileExactLow" -> low(parts);
            case "topKWeighted" -> heaviest(parts);
            case "sumMap", "minMap", "maxMap" -> byKey(parts);
            case "retention" -> SequenceForms.retention(parts);
            default ->
                SequenceForms.print(
                        parts, time(aggregate.arguments().getFirst()), expressions.all(aggregate.parameters()));
        };
    }

    private static String overNothing(Checked.Aggregate aggregate) {
        return aggregate.function().name().equals("quantiles")
                ? aggregate.parameters().stream()
                        .map(level -> "'nan'::DOUBLE")
                        .collect(Collectors.joining(", ", "[", "]"))
                : overNothing(aggregate.function(), aggregate.type());
    }

    /** Over no rows a mean is no number, a sum 0. */
    static String overNothing(Function function, Type type) {
        return switch (function.signature().result()) {
            case "float" -> function.name().equals("entropy") ? "0e0" : "'nan'::DOUBLE";
            case "any" ->
                type.base() == ValueType.TUPLE && function.name().equals("simpleLinearRegression")
                        ? "row('nan'::DOUBLE, 'nan'::DOUBLE)"
                        : ConversionForms.nothing(type);
            default -> function.name().equals("groupBitAnd") ? "(-1)::BIGINT" : ConversionForms.nothing(type);
        };
    }

    private static String distinct(List<String> arguments) {
        if (arguments.size() == 1) {
            return arguments.getFirst();
        }
        var known =
                arguments.stream().map(argument -> argument + " IS NOT NULL").collect(Collectors.joining(" AND "));
        return "CASE WHEN %s THEN row(%s) END".formatted(known, String.join(", ", arguments));
    }

    static String whole(Type type, String sql) {
        return type.base() == ValueType.INTEGER ? "CAST(%s AS BIGINT)".formatted(sql) : sql;
    }

    private String parameter(Parts parts, int index) {
        return expressions.print(parts.aggregate().parameters().get(index));
    }

    private String atMost(Parts parts, String list) {
        return parts.aggregate().parameters().isEmpty()
                ? list
                : "list_slice(%s, 1, %s)".formatted(list, parameter(parts, 0));
    }

    private String joined(Parts parts) {
        var text = conversions.toText(
                parts.first(), parts.aggregate().arguments().getFirst().type());
        var between = parts.aggregate().parameters().isEmpty() ? "''" : parameter(parts, 0);
        return "string_agg(%s, %s)%s".formatted(text, between, parts.filter());
    }

    private String moving(String name, Parts parts) {
        boolean unbounded = parts.aggregate().parameters().isEmpty();
        var size = unbounded ? "len(l)" : parameter(parts, 0);
        var sum = "list_sum(list_slice(l, greatest(1, i - %s + 1), i))".formatted(size);
        var each = name.equals("groupArrayMovingAvg")
                ? "%s / CAST(%s AS DOUBLE)".formatted(sum, size)
                : whole(parts.aggregate().type().element(), sum);
        return Let.in(
                "l",
                parts.list(),
                "CASE WHEN len(l) > 10000 THEN error('array too long') ELSE list_transform(l, lambda e, i: %s) END"
                        .formatted(each));
    }

    /** Some ten thousand values at a time, as texts: the engine gives no arrays to {@code EngineFunctions}. */
    private String histogram(Parts parts) {
        var bins = parameter(parts, 0);
        var pieces = "list_prepend('', list_transform(range(0, len(l), 10000), lambda i: CAST(i AS VARCHAR)))";
        var piece = "array_to_string(l[CAST(i AS BIGINT) + 1:CAST(i AS BIGINT) + 10000], ',')";
        var made = "ng_histogram_end(list_reduce(%s, lambda s, i: ng_histogram(s, %s, %s)), %s)"
                .formatted(pieces, piece, bins, bins);
        return Let.in(
                "l",
                "CAST(%s AS DOUBLE[])".formatted(parts.list()),
                "CASE WHEN len(list_filter(l, lambda e: NOT isfinite(e))) > 0 THEN error('not finite') ELSE list_transform(CAST(CAST(%s AS JSON) AS DOUBLE[][]), lambda e: row(e[1], e[2], e[3])) END"
                        .formatted(made));
    }

    private static String exact(String sorted, String level) {
        return "%s[least(CAST(floor(%s * len(%s)) AS BIGINT) + 1, len(%s))]".formatted(sorted, level, sorted, sorted);
    }

    /** At a half the lower of two. */
    private String low(Parts parts) {
        var level = parameter(parts, 0);
        return Let.in(
                "l",
                "list_sort(%s)".formatted(parts.list()),
                l -> "CASE WHEN %s = 0.5 THEN %s[(len(%s) + 1) // 2] ELSE %s END"
                        .formatted(level, l, l, exact(l, level)));
    }

    private String heaviest(Parts parts) {
        var pairs = "list(row(%s, %s)) FILTER (WHERE %s IS NOT NULL%s)%s"
                .formatted(parts.first(), parts.arguments().get(1), parts.first(), parts.and(), parts.over());
        var sums = summed("struct_extract(e, 2)", "sum");
        return "list_transform(list_slice(list_sort(list_transform(%s, lambda e: row(-struct_extract(e, 2), struct_extract(e, 1)))), 1, %s), lambda e: struct_extract(e, 2))"
                .formatted(grouped(pairs, sums), parameter(parts, 0));
    }

    private String byKey(Parts parts) {
        var aggregate = parts.aggregate();
        boolean arrays = parts.arguments().size() == 2;
        var name = aggregate.function().name().substring(0, 3);
        var entries = arrays
                ? "list_zip(%s, %s)".formatted(parts.first(), parts.arguments().get(1))
                : "list_zip(map_keys(%s), map_values(%s))".formatted(parts.first(), parts.first());
        var type = (arrays
                ? aggregate.type().parts().getLast().element()
                : aggregate.type().parts().getLast());
        var pairs = "flatten(list(%s)%s)".formatted(entries, parts.filter());
        var sums = grouped(pairs, whole(type, summed("struct_extract(e, 2)", name)));
        if (!arrays) {
            return "map_from_entries(%s)".formatted(sums);
        }
        var kept = name.equals("sum") ? "list_filter(%s, lambda e: struct_extract(e, 2) <> 0)".formatted(sums) : sums;
        return Let.in(
                "r",
                kept,
                r ->
                        "row(coalesce(list_transform(%s, lambda e: struct_extract(e, 1)), []), coalesce(list_transform(%s, lambda e: struct_extract(e, 2)), []))"
                                .formatted(r, r));
    }

    private static String summed(String value, String name) {
        return "list_%s(list_transform(list_filter(p, lambda e: struct_extract(e, 1) = k), lambda e: %s))"
                .formatted(name, value);
    }

    /** Pairs of a key and what {@code each} makes of the pairs {@code p} with that key {@code k}, by key. */
    private static String grouped(String pairs, String each) {
        return "list_extract(list_transform([%s], lambda p: list_extract(list_transform([list_sort(list_distinct(list_transform(p, lambda e: struct_extract(e, 1))))], lambda d: CASE WHEN len(d) * len(p) > 20000000 THEN error('too many keys') ELSE list_transform(d, lambda k: row(k, %s)) END), 1)), 1)"
                .formatted(pairs, each);
    }

    /** Microseconds of a moment, days of a day, a number as it is; and how many of these a window counts as one. */
    private SequenceForms.Time time(Checked first) {
        var sql = expressions.print(first);
        return switch (first.type().base()) {
            case DATETIME -> new SequenceForms.Time("epoch_us(%s)".formatted(sql), 1_000_000, "BIGINT");
            case DATE -> new SequenceForms.Time("(%s - DATE '1970-01-01')".formatted(sql), 1, "BIGINT");
            case FLOAT -> new SequenceForms.Time(sql, 1, "DOUBLE");
            default -> new SequenceForms.Time(sql, 1, "BIGINT");
        };
    }
}
