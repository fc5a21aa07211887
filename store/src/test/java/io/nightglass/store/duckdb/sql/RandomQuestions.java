package io.nightglass.store.duckdb.sql;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Questions about the table {@code cells} that both engines can answer, made by type. Numbers stay small enough for 64 bits
 * and sums are of whole numbers, so that the order in which rows are added cannot be seen.
 */
final class RandomQuestions {
    private static final List<String> SMALL = List.of("0", "1", "2", "3", "7", "-1", "-5", "10", "100");
    private static final List<String> SHIFTS = List.of("1", "-1", "2", "-5", "7");
    private static final List<String> REALS = List.of("0.5", "2.5", "-1.25", "100.0", "0.1");
    private static final List<String> WORDS =
            List.of("''", "'a'", "'A'", "'b'", "'10'", "'9'", "'straße'", "'a,b'", "'%'", "' '", "'x_y'");
    private static final List<String> DAYS =
            List.of("toDate('2026-03-29')", "toDate('2024-02-29')", "today()", "toDate('2026-12-31')");
    private static final List<String> MOMENTS = List.of(
            "now()",
            "toDateTime('2026-03-29 03:00:00')",
            "toDateTime('2026-10-25 01:30:00')",
            "toDateTime('2026-05-31')");
    private static final List<String> COMPARISONS = List.of("=", "!=", "<", "<=", ">", ">=");
    private static final List<String> DATE_PARTS = List.of(
            "toYear", "toQuarter", "toMonth", "toDayOfYear", "toDayOfMonth", "toDayOfWeek", "toISOWeek", "toYYYYMM");
    private static final List<String> STARTS = List.of(
            "toStartOfYear", "toStartOfQuarter", "toStartOfMonth", "toMonday", "toStartOfWeek", "toLastDayOfMonth");
    private static final List<String> TIMES = List.of(
            "toStartOfDay", "toStartOfHour", "toStartOfMinute", "toStartOfFiveMinutes", "toStartOfFifteenMinutes");
    private static final List<String> UNITS = List.of("day", "week", "month", "quarter", "year", "hour", "minute");

    private final Random random;

    RandomQuestions(long seed) {
        this.random = new Random(seed);
    }

    String next() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> "SELECT %s, %s, %s FROM cells%s".formatted(any(3), any(3), any(2), where());
            case 2, 3 ->
                "SELECT %s AS k, %s, %s FROM cells%s GROUP BY k%s"
                        .formatted(key(2), aggregate(2), aggregate(1), where(), having());
            case 4 ->
                "SELECT %s AS x, id FROM cells%s ORDER BY x%s, id%s"
                        .formatted(any(3), where(), pick(List.of("", " ASC", " DESC", " DESC NULLS FIRST")), limit());
            case 5 -> "SELECT %s, %s, %s FROM cells%s".formatted(aggregate(2), aggregate(2), aggregate(1), where());
            case 6 ->
                "SELECT a.id, b.v FROM cells AS a %s JOIN (SELECT id, %s AS v FROM cells%s) AS b ON a.i = b.id%s"
                        .formatted(
                                pick(List.of("LEFT", "INNER")), any(2), where(), pick(List.of("", " WHERE a.id < 9")));
            default ->
                "SELECT DISTINCT %s AS k FROM cells WHERE %s IN (SELECT %s FROM cells%s)"
                        .formatted(key(2), "ni", pick(List.of("i", "ni", "id")), where());
        };
    }

    private String where() {
        return random.nextInt(3) == 0 ? "" : " WHERE " + condition(2);
    }

    private String having() {
        return random.nextInt(3) == 0 ? " HAVING count() > 1" : "";
    }

    private String limit() {
        return random.nextBoolean() ? "" : " LIMIT %d OFFSET %d".formatted(1 + random.nextInt(9), random.nextInt(4));
    }

    private String any(int depth) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> whole(depth);
            case 2 -> real(depth);
            case 3 -> text(depth);
            case 4 -> condition(depth);
            case 5 -> day(depth);
            case 6 -> moment(depth);
            default -> array(depth);
        };
    }

    /** What rows are grouped by: no floats, since -0 and 0 are one group here. */
    private String key(int depth) {
        return switch (random.nextInt(5)) {
            case 0 -> whole(depth);
            case 1 -> text(depth);
            case 2 -> condition(depth);
            case 3 -> day(depth);
            default -> moment(depth);
        };
    }

    private String whole(int depth) {
        if (depth == 0) {
            return pick(List.of("i", "ni", "id", pick(SMALL)));
        }
        int less = depth - 1;
        return switch (random.nextInt(14)) {
            case 0 -> "(%s + %s)".formatted(whole(less), whole(less));
            case 1 -> "(%s - %s)".formatted(whole(less), whole(less));
            case 2 -> "(%s * %s)".formatted(whole(0), pick(SMALL));
            case 3 -> "intDiv(%s, %s)".formatted(whole(less), pick(List.of("2", "3", "-7")));
            case 4 -> "(%s %% %s)".formatted(whole(less), pick(List.of("2", "3", "-7")));
            case 5 -> "toInt(abs(%s))".formatted(whole(less));
            case 6 -> "if(%s, %s, %s)".formatted(condition(less), whole(0), whole(0));
            case 7 -> "toInt(length(%s))".formatted(text(less));
            case 8 -> "toInt(%s(%s))".formatted(pick(DATE_PARTS), random.nextBoolean() ? day(less) : moment(less));
            case 9 -> "dateDiff('%s', %s, %s)".formatted(pick(UNITS), moment(less), moment(less));
            case 10 ->
                random.nextBoolean()
                        ? "coalesce(%s, i)".formatted(whole(less))
                        : "%s(%s, %s)".formatted(pick(List.of("greatest", "least")), whole(0), whole(0));
            case 11 -> "toInt(%s)".formatted(random.nextBoolean() ? text(less) : real(less));
            case 12 -> "arraySum(%s)".formatted(array(less));
            default -> "toInt(position(%s, %s))".formatted(text(less), pick(WORDS));
        };
    }

    private String real(int depth) {
        if (depth == 0) {
            return pick(List.of("f", "nf", pick(REALS)));
        }
        int less = depth - 1;
        return switch (random.nextInt(9)) {
            case 0 -> "(%s + %s)".formatted(real(less), real(less));
            case 1 -> "(%s / %s)".formatted(whole(less), whole(less));
            case 2 -> "(%s * %s)".formatted(real(less), pick(REALS));
            case 3 -> "round(%s, %d)".formatted(pick(REALS) + " * id", random.nextInt(3));
            case 4 -> "%s(%s)".formatted(pick(List.of("floor", "ceil", "abs", "sqrt")), real(less));
            case 5 -> "if(%s, %s, %s)".formatted(condition(less), real(less), real(less));
            case 6 -> "coalesce(%s, f)".formatted(real(less));
            case 7 -> "toFloat(%s)".formatted(text(less));
            default -> "(%s - %s)".formatted(real(less), real(0));
        };
    }

    private String text(int depth) {
        if (depth == 0) {
            return pick(List.of("s", "ns", pick(WORDS)));
        }
        int less = depth - 1;
        return switch (random.nextInt(11)) {
            case 0 -> "concat(%s, %s)".formatted(text(less), text(less));
            case 1 -> "lower(%s)".formatted(text(less));
            case 2 -> "upper(%s)".formatted(text(less));
            case 3 -> "replaceAll(%s, %s, %s)".formatted(text(less), pick(WORDS), pick(WORDS));
            case 4 -> "toString(%s)".formatted(random.nextBoolean() ? whole(less) : real(0));
            case 5 -> "if(%s, %s, %s)".formatted(condition(less), text(less), text(less));
            case 6 -> "coalesce(%s, s)".formatted(text(less));
            case 7 -> "trim(%s)".formatted(text(less));
            case 8 -> "toString(%s)".formatted(random.nextBoolean() ? day(less) : moment(less));
            case 9 -> "formatDateTime(%s, '%%Y-%%m-%%d %%H:%%i %%M')".formatted(moment(less));
            default -> "splitByChar(',', s)[%s]".formatted(pick(List.of("1", "2", "-1")));
        };
    }

    private String condition(int depth) {
        return depth == 0 ? predicate(0) : "(%s)".formatted(predicate(depth));
    }

    private String predicate(int depth) {
        int less = Math.max(0, depth - 1);
        if (depth == 0) {
            return pick(List.of(
                    "(b = nb)",
                    "(nb IS NULL)",
                    "(i > 3)",
                    "(ni IS NULL)",
                    "(f < 1)",
                    "(s = 'a')",
                    "(t > now())",
                    "(nf >= 0)"));
        }
        return switch (random.nextInt(15)) {
            case 0 -> "%s %s %s".formatted(whole(less), pick(COMPARISONS), whole(less));
            case 1 -> "%s %s %s".formatted(real(less), pick(COMPARISONS), real(less));
            case 2 -> "%s %s %s".formatted(text(less), pick(COMPARISONS), text(less));
            case 3 -> "%s %s %s".formatted(day(less), pick(COMPARISONS), day(less));
            case 4 -> "%s %s %s".formatted(moment(less), pick(COMPARISONS), moment(less));
            case 5 -> "(%s AND %s)".formatted(condition(less), condition(less));
            case 6 -> "(%s OR %s)".formatted(condition(less), condition(less));
            case 7 -> "(NOT %s)".formatted(condition(less));
            case 8 -> "%s IS %sNULL".formatted(any(less), random.nextBoolean() ? "NOT " : "");
            case 9 -> "ni %sIN (1, 7, %s)".formatted(not(), pick(List.of("NULL", "3", "-7")));
            case 10 -> "%s %sIN (%s, %s)".formatted(text(less), not(), pick(WORDS), pick(WORDS));
            case 11 ->
                "%s %sLIKE %s".formatted(text(less), not(), pick(List.of("'%a%'", "'a%'", "'_'", "''", "'%,%'")));
            case 12 -> "%s %sBETWEEN %s AND %s".formatted(whole(less), not(), whole(0), whole(0));
            case 13 -> "has(%s, %s)".formatted(array(less), whole(0));
            default -> "empty(%s)".formatted(text(less));
        };
    }

    private String not() {
        return random.nextInt(3) == 0 ? "NOT " : "";
    }

    private String day(int depth) {
        if (depth == 0) {
            return pick(List.of("d", "nd", pick(DAYS)));
        }
        int less = depth - 1;
        return switch (random.nextInt(5)) {
            case 0 -> "toDate(%s)".formatted(moment(less));
            case 1 -> "%s(%s)".formatted(pick(STARTS), random.nextBoolean() ? day(less) : moment(less));
            case 2 ->
                "add%s(%s, %s)".formatted(pick(List.of("Days", "Weeks", "Months", "Years")), day(less), pick(SHIFTS));
            case 3 -> "if(%s, %s, %s)".formatted(condition(less), day(less), day(less));
            default -> "coalesce(%s, d)".formatted(day(less));
        };
    }

    private String moment(int depth) {
        if (depth == 0) {
            return pick(List.of("t", "nt", "t", pick(MOMENTS)));
        }
        int less = depth - 1;
        return switch (random.nextInt(6)) {
            case 0 -> "%s(%s)".formatted(pick(TIMES), moment(less));
            case 1 ->
                "add%s(%s, %s)"
                        .formatted(pick(List.of("Seconds", "Hours", "Days", "Months")), moment(less), pick(SHIFTS));
            case 2 -> "if(%s, %s, %s)".formatted(condition(less), moment(less), moment(less));
            case 3 -> "coalesce(nt, %s)".formatted(moment(less));
            case 4 ->
                "toStartOfInterval(%s, INTERVAL %s)"
                        .formatted(moment(less), pick(List.of("15 MINUTE", "6 HOUR", "1 DAY", "7 MINUTE", "5 HOUR")));
            default -> "dateTrunc('%s', %s)".formatted(pick(List.of("day", "hour", "minute")), moment(less));
        };
    }

    /** Of whole numbers, none of them NULL. */
    private String array(int depth) {
        if (depth == 0) {
            return pick(List.of("[i, id]", "[1, 2, 3]", "[id]", "range(4)"));
        }
        int less = depth - 1;
        return switch (random.nextInt(6)) {
            case 0 -> "arrayMap(x -> x + %s, %s)".formatted(pick(List.of("1", "id", "i")), array(less));
            case 1 -> "arrayFilter(x -> x > %s, %s)".formatted(pick(SMALL), array(less));
            case 2 -> "arraySort(%s)".formatted(array(less));
            case 3 -> "arrayDistinct(%s)".formatted(array(less));
            case 4 -> "arraySlice(%s, %s, 2)".formatted(array(less), pick(List.of("1", "2", "-1")));
            default -> "arrayConcat(%s, %s)".formatted(array(less), array(less));
        };
    }

    private String aggregate(int depth) {
        boolean conditional = random.nextInt(3) == 0;
        var condition = conditional ? ", " + condition(1) : "";
        var suffix = conditional ? "If" : "";
        return switch (random.nextInt(12)) {
            case 0 -> conditional ? "countIf(%s)".formatted(condition(1)) : "count()";
            case 1 -> "sum%s(%s%s)".formatted(suffix, whole(depth), condition);
            case 2 -> "avg%s(%s%s)".formatted(suffix, whole(depth), condition);
            case 3 -> "min%s(%s%s)".formatted(suffix, any(depth), condition);
            case 4 -> "max%s(%s%s)".formatted(suffix, any(depth), condition);
            case 5 -> "uniq%s(%s%s)".formatted(suffix, key(depth), condition);
            case 6 -> "median%s(%s%s)".formatted(suffix, whole(depth), condition);
            case 7 -> "quantile%s(0.9)(%s%s)".formatted(suffix, whole(depth), condition);
            case 8 -> "argMax%s(%s, id%s)".formatted(suffix, any(depth), condition);
            case 9 -> "argMin%s(%s, id%s)".formatted(suffix, any(depth), condition);
            case 10 -> "arraySort(groupUniqArray%s(%s%s))".formatted(suffix, key(depth), condition);
            default -> "count%s(%s%s)".formatted(suffix, any(depth), condition);
        };
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    List<String> take(int count) {
        return IntStream.range(0, count).mapToObj(i -> next()).collect(Collectors.toList());
    }
}
