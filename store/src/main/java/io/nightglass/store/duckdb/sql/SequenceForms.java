package io.nightglass.store.duckdb.sql;

import io.nightglass.store.duckdb.sql.AggregateForms.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows in the order of time. A row is one element for each condition it meets; elements of the same time come in the order of
 * the conditions. They are gathered, sorted and gone through one by one; what has been reached so far is a tuple.
 */
final class SequenceForms {
    private static final Pattern STEP = Pattern.compile("\\(\\?(\\d+)\\)|\\.\\*|\\.");

    /** Characters stand for sets of conditions; the first ones are no letters of a regular expression. */
    private static final int FIRST_CHARACTER = 0x4E00;

    private static final int MOST_SETS = 12;

    /** @param units how many of {@code sql} a window counts as one */
    record Time(String sql, long units, String type) {}

    private SequenceForms() {}

    static String retention(Parts parts) {
        var met = parts.arguments().stream()
                .map(condition -> "coalesce(bool_or(%s)%s, FALSE)".formatted(condition, parts.filter()))
                .toList();
        return met.stream()
                .map(condition -> "CAST(%s AND %s AS BIGINT)".formatted(met.getFirst(), condition))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    static String print(Parts parts, Time time, List<String> parameters) {
        var conditions = parts.arguments().subList(1, parts.arguments().size());
        var name = parts.aggregate().function().name();
        if (!name.equals("windowFunnel")) {
            return sequence(parts, time, conditions, parameters.getFirst());
        }
        var modes = parameters.subList(1, parameters.size());
        var funnel = new Funnel(
                conditions.size(), "%s * %d".formatted(parameters.getFirst(), time.units()), time.type(), modes);
        boolean ordered = modes.contains("'strict_order'");
        var elements = new ArrayList<String>();
        for (int step = 1; step <= conditions.size(); step++) {
            elements.add("CASE WHEN %s THEN row(%s, %d) END".formatted(conditions.get(step - 1), time.sql(), step));
        }
        var some = String.join(" OR ", conditions);
        if (ordered) {
            elements.add("CASE WHEN NOT coalesce(%s, FALSE) THEN row(%s, 0) END".formatted(some, time.sql()));
        }
        var steps = "list_sort(flatten(list(list_filter([%s], lambda e: e IS NOT NULL)) FILTER (WHERE (%s)%s)%s))"
                .formatted(String.join(", ", elements), ordered ? "TRUE" : some, parts.and(), parts.over());
        return funnel.level(steps);
    }

    /**
     * How far a chain of conditions gets.
     *
     * @param steps how many conditions
     * @param modes quoted
     */
    private record Funnel(int steps, String window, String type, List<String> modes) {
        boolean is(String mode) {
            return modes.contains("'" + mode + "'");
        }

        String level(String steps) {
            boolean isPlain = !is("strict_order") && !is("strict_deduplication");
            return isPlain ? plain(steps) : strict(steps);
        }

        /** The state holds, for each step, when the chain that reached it began and when it got there. */
        private String plain(String elements) {
            return Let.in(
                    "r",
                    "list_reduce(%s, lambda s, e: row(%s), row(%s))"
                            .formatted(elements, each(step -> next(step, 0)), start()),
                    r -> highest(r, 0));
        }

        private String next(int step, int shift) {
            var at = "struct_extract(e, 2) = %d".formatted(step);
            return step == 1
                    ? choice(at, "struct_extract(e, 1)", 1, shift)
                    : choice("%s AND %s".formatted(at, moves(step, shift)), began(step - 1, shift), step, shift);
        }

        private static String choice(String condition, String began, int step, int shift) {
            return "CASE WHEN %s THEN %s ELSE %s END, CASE WHEN %s THEN struct_extract(e, 1) ELSE %s END"
                    .formatted(condition, began, began(step, shift), condition, got(step, shift));
        }

        private static String began(int step, int shift) {
            return "struct_extract(s, %d)".formatted(2 * step - 1 + shift);
        }

        private static String got(int step, int shift) {
            return "struct_extract(s, %d)".formatted(2 * step + shift);
        }

        private String each(IntFunction<String> step) {
            return IntStream.rangeClosed(1, steps).mapToObj(step).collect(Collectors.joining(", "));
        }

        private String start() {
            return each(step -> "NULL::%s, NULL::%s".formatted(type, type));
        }

        private String highest(String state, int shift) {
            var sql = new StringBuilder("CASE");
            for (int step = steps; step > 0; step--) {
                sql.append(" WHEN struct_extract(%s, %d) IS NOT NULL THEN %d"
                        .formatted(state, 2 * step - 1 + shift, step));
            }
            return sql.append(" ELSE 0 END").toString();
        }

        /** The state begins with the answer, once it is certain, and the step of the element before. */
        private String strict(String elements) {
            var last = steps == 1 ? "TRUE" : moves(steps, 2);
            var done =
                    "CASE WHEN struct_extract(s, 1) IS NOT NULL THEN struct_extract(s, 1)%s WHEN struct_extract(e, 2) = %d AND %s THEN %d END"
                            .formatted(ends(), steps, last, steps);
            var reduced =
                    "list_reduce(%s, lambda s, e: row(%s, struct_extract(e, 2), %s), row(NULL::INTEGER, NULL::INTEGER, %s))"
                            .formatted(elements, done, each(step -> next(step, 2)), start());
            return Let.in("r", reduced, r -> "coalesce(struct_extract(%s, 1), %s)".formatted(r, highest(r, 2)));
        }

        /** Whether the chain reaches {@code step} from the one before, in time. */
        private String moves(int step, int shift) {
            var increases =
                    is("strict_increase") ? " AND %s < struct_extract(e, 1)".formatted(got(step - 1, shift)) : "";
            return "struct_extract(e, 1) - %s <= %s%s".formatted(began(step - 1, shift), window, increases);
        }

        /** Rows that come between, and steps that come again. */
        private String ends() {
            var ends = new ArrayList<String>();
            if (is("strict_order")) {
                ends.add(" WHEN struct_extract(e, 2) = 0 AND %s IS NOT NULL THEN %s"
                        .formatted(began(1, 2), highest("s", 2)));
            }
            for (int step = 2; step <= steps; step++) {
                if (is("strict_deduplication")) {
                    ends.add(" WHEN struct_extract(e, 2) = %d AND %s IS NOT NULL THEN struct_extract(s, 2)"
                            .formatted(step, began(step, 2)));
                }
                if (is("strict_order")) {
                    ends.add(" WHEN struct_extract(e, 2) = %d AND %s IS NOT NULL AND %s IS NULL THEN %s"
                            .formatted(step, began(1, 2), began(step - 1, 2), leading()));
                }
            }
            return String.join("", ends);
        }

        /** How many steps from the first on have been reached without a gap. */
        private String leading() {
            var sql = new StringBuilder("CASE");
            for (int step = 1; step <= steps; step++) {
                sql.append(" WHEN %s IS NULL THEN %d".formatted(began(step, 2), step - 1));
            }
            return sql.append(" ELSE %d END".formatted(steps)).toString();
        }
    }

    /** A row is a character that says which conditions it meets; the sequence is a regular expression. */
    private static String sequence(Parts parts, Time time, List<String> conditions, String quoted) {
        var named = STEP.matcher(quoted)
                .results()
                .filter(step -> step.group(1) != null)
                .map(step -> Integer.valueOf(step.group(1)))
                .distinct()
                .limit(MOST_SETS)
                .toList();
        var sets = IntStream.range(0, named.size())
                .mapToObj(i -> "CASE WHEN %s THEN %d ELSE 0 END".formatted(conditions.get(named.get(i) - 1), 1 << i))
                .collect(Collectors.joining(" + "));
        var text = "string_agg(chr(%d + %s), '' ORDER BY %s) FILTER (WHERE (%s)%s)%s"
                .formatted(
                        FIRST_CHARACTER, sets, time.sql(), String.join(" OR ", conditions), parts.and(), parts.over());
        var pattern = STEP.matcher(quoted)
                .results()
                .map(step -> step.group(1) == null
                        ? step.group().equals(".") ? "." : ".*?"
                        : characters(named.indexOf(Integer.valueOf(step.group(1))), named.size()))
                .collect(Collectors.joining());
        return parts.aggregate().function().name().equals("sequenceMatch")
                ? "regexp_matches(%s, '%s')".formatted(text, pattern)
                : "len(regexp_extract_all(%s, '%s'))".formatted(text, pattern);
    }

    /** The characters of all sets that have {@code condition}. */
    private static String characters(int condition, int conditions) {
        return IntStream.range(0, 1 << conditions)
                .filter(set -> (set >> condition & 1) == 1)
                .mapToObj(set -> Character.toString(FIRST_CHARACTER + set))
                .collect(Collectors.joining("", "[", "]"));
    }
}
