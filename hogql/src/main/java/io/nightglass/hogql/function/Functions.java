package io.nightglass.hogql.function;

import io.nightglass.hogql.Nearest;
import io.nightglass.hogql.function.Function.Group;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All functions. Names are exact, as in ClickHouse ({@code toDate}, not {@code TODATE}), but for those that SQL knows
 * too ({@code COUNT}, {@code Max}, {@code coalesce}). Immutable.
 */
public final class Functions {
    private static final List<String> ANY_CASE = List.of(
            "count",
            "sum",
            "avg",
            "min",
            "max",
            "any",
            "median",
            "if",
            "and",
            "or",
            "not",
            "in",
            "like",
            "ilike",
            "abs",
            "round",
            "floor",
            "ceil",
            "ceiling",
            "sqrt",
            "pow",
            "power",
            "exp",
            "log",
            "ln",
            "log2",
            "log10",
            "sign",
            "greatest",
            "least",
            "lower",
            "upper",
            "lcase",
            "ucase",
            "length",
            "trim",
            "ltrim",
            "rtrim",
            "substring",
            "substr",
            "mid",
            "left",
            "right",
            "concat",
            "replace",
            "reverse",
            "repeat",
            "position",
            "coalesce",
            "cast",
            "ifnull",
            "nullif",
            "isnull",
            "now",
            "today",
            "date_trunc",
            "date_diff",
            "datediff",
            "date_add",
            "date_sub",
            "dateadd",
            "datesub",
            "year",
            "month",
            "day",
            "hour",
            "minute",
            "second",
            "quarter",
            "dayofweek",
            "dayofmonth",
            "dayofyear",
            "mod",
            "truncate",
            "stddev_pop",
            "stddev_samp",
            "var_pop",
            "var_samp",
            "corr",
            "pi",
            "cbrt",
            "lpad",
            "rpad",
            "ascii",
            "concat_ws",
            "sin",
            "cos",
            "tan",
            "degrees",
            "radians",
            "factorial",
            "rand",
            "char_length",
            "md5",
            "sha1",
            "row_number",
            "rank",
            "dense_rank",
            "percent_rank",
            "cume_dist",
            "ntile",
            "lag",
            "lead",
            "first_value",
            "last_value",
            "nth_value");

    private static final List<Function> ALL = all(Map.ofEntries(
            Map.entry(Group.AGGREGATES, AggregateFunctions.TABLE),
            Map.entry(Group.WINDOWS, WindowFunctions.TABLE),
            Map.entry(Group.CONDITIONS, ConditionFunctions.TABLE),
            Map.entry(Group.NUMBERS, NumberFunctions.TABLE + MathFunctions.TABLE),
            Map.entry(Group.TEXTS, TextFunctions.TABLE),
            Map.entry(Group.SEARCHES, SearchFunctions.TABLE),
            Map.entry(Group.URLS, UrlFunctions.TABLE),
            Map.entry(Group.HASHES, HashFunctions.TABLE),
            Map.entry(Group.DATES, DateFunctions.TABLE),
            Map.entry(Group.DATE_READING, DateReadFunctions.TABLE),
            Map.entry(Group.WRITTEN_AS_OTHERS, DateFunctions.WRITTEN_AS_OTHERS + OtherSpellings.TABLE),
            Map.entry(Group.CONVERSIONS, ConversionFunctions.TABLE),
            Map.entry(Group.JSON, JsonFunctions.TABLE),
            Map.entry(Group.ARRAYS, ArrayFunctions.TABLE),
            Map.entry(Group.LAMBDAS, LambdaFunctions.TABLE),
            Map.entry(Group.MAPS, MapFunctions.TABLE)));

    private static final Map<String, Function> BY_NAME = byName();

    private Functions() {}

    /** Every function once, in the order of the documentation. */
    public static List<Function> all() {
        return ALL;
    }

    /** The function called {@code name}, an alias included; the {@code -If} form of an aggregate is the checker's. */
    public static Optional<Function> named(String name) {
        var exact = BY_NAME.get(name);
        return Optional.ofNullable(exact != null ? exact : BY_NAME.get(anyCase(name)));
    }

    /** The function that must be there, for those who write trees themselves. */
    public static Function known(String name) {
        return named(name).orElseThrow(() -> new IllegalArgumentException("no function " + name));
    }

    public static @Nullable String nearest(String name) {
        return Nearest.to(
                name,
                BY_NAME.keySet().stream()
                        .filter(known -> !known.startsWith("\0"))
                        .toList());
    }

    /** A key no name of a query can be, so that only names of {@link #ANY_CASE} are found whatever their case. */
    private static String anyCase(String name) {
        return "\0" + name.toLowerCase(Locale.ROOT);
    }

    private static List<Function> all(Map<Group, String> tables) {
        var all = new ArrayList<Function>();
        for (var group : Group.values()) {
            tables.getOrDefault(group, "")
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> Function.of(group, line))
                    .forEach(all::add);
        }
        return List.copyOf(all);
    }

    private static Map<String, Function> byName() {
        var byName = new HashMap<String, Function>();
        for (var function : ALL) {
            put(byName, function.name(), function);
            function.aliases().forEach(alias -> put(byName, alias, function));
        }
        return Map.copyOf(byName);
    }

    private static void put(Map<String, Function> byName, String name, Function function) {
        if (byName.put(name, function) != null) {
            throw new IllegalStateException("two functions are called " + name);
        }
        if (ANY_CASE.contains(name.toLowerCase(Locale.ROOT))) {
            byName.put(anyCase(name), function);
        }
    }
}
