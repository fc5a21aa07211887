package io.nightglass.store.duckdb.sql;

import io.nightglass.hogql.checked.Checked;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills the marks of {@link FunctionTemplates}. What is put in is never searched for marks again. */
record Template(ExprPrinter expressions, Zones zones) {
    private static final String CLOCK = "clock ";

    String fill(String template, Checked.Call call) {
        if (template.contains("lambda ")) {
            return computedOnce(template, call);
        }
        boolean clock = template.startsWith(CLOCK);
        var sql = fill(clock ? template.substring(CLOCK.length()) : template, call.arguments(), List.of(), Tail.NONE);
        return clock ? zones.meant(sql, zones.zoneOf(call.arguments().getFirst())) : sql;
    }

    /** What stands in a lambda of the template is computed once, not for every element. */
    private String computedOnce(String template, Checked.Call call) {
        var sql = template;
        var bound = new LinkedHashMap<String, String>();
        for (int i = call.arguments().size(); i > 0; i--) {
            var argument = call.arguments().get(i - 1);
            boolean isOnce = argument instanceof Checked.Lambda || argument instanceof Checked.Constant;
            var value = isOnce || !sql.contains("$" + i) ? "" : expressions.print(argument);
            if (!value.isEmpty() && !Let.isName(value)) {
                sql = sql.replace("$" + i, "a" + i);
                bound.put("a" + i, value);
            }
        }
        var filled = fill(sql, call.arguments(), List.of(), Tail.NONE);
        for (var one : bound.entrySet()) {
            filled = Let.in(one.getKey(), one.getValue(), filled);
        }
        return filled;
    }

    /**
     * What an aggregate has after its brackets.
     *
     * @param condition of an {@code -If} form
     * @param over {@code OVER (...)}, or nothing
     */
    record Tail(@Nullable String condition, String over) {
        static final Tail NONE = new Tail(null, "");

        String filter() {
            return (condition == null ? "" : " FILTER (WHERE %s)".formatted(condition)) + over;
        }
    }

    String fill(@Nullable String template, Checked.Aggregate aggregate, Tail tail) {
        if (template == null) {
            throw new IllegalStateException("no SQL for " + aggregate.function().name());
        }
        return fill(template, aggregate.arguments(), aggregate.parameters(), tail);
    }

    private String fill(String template, List<Checked> arguments, List<Checked> parameters, Tail tail) {
        var sql = new StringBuilder();
        int i = 0;
        while (i < template.length()) {
            char mark = template.charAt(i);
            char what = i + 1 < template.length() ? template.charAt(i + 1) : ' ';
            var put = put(mark, what, arguments, parameters);
            if (put != null) {
                sql.append(put);
                i += 2;
            } else if (mark == '$' && what == 'F') {
                sql.append(tail.filter());
                i += 2;
            } else if (template.startsWith("$A)", i)) {
                sql.append(tail.condition() == null ? ")" : " AND (%s))".formatted(tail.condition()))
                        .append(tail.over());
                i += 3;
            } else {
                sql.append(mark);
                i++;
            }
        }
        return sql.toString();
    }

    private @Nullable String put(char mark, char what, List<Checked> arguments, List<Checked> parameters) {
        if (mark == '$' && (what == '*' || what == '|')) {
            return String.join(what == '*' ? ", " : " || ", expressions.all(arguments));
        }
        if (mark == '%' && what == '*') {
            return String.join(", ", expressions.all(parameters));
        }
        if (what < '1' || what > '9' || "$@#%".indexOf(mark) < 0) {
            return null;
        }
        int index = what - '1';
        return switch (mark) {
            case '@' -> zones.local(arguments.get(index));
            case '#' -> zones.utc(arguments.get(index));
            case '%' -> expressions.print(parameters.get(index));
            default -> expressions.print(arguments.get(index));
        };
    }
}
