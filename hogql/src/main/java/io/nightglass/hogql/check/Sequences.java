package io.nightglass.hogql.check;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.Type;
import io.nightglass.hogql.checked.Checked;
import io.nightglass.hogql.function.Function;
import java.util.List;
import java.util.regex.Pattern;

/** Aggregates of rows in the order of time, histograms and the like: what their parameters may say. */
final class Sequences {
    private static final List<String> MODES = List.of("strict_order", "strict_deduplication", "strict_increase");

    private static final Pattern STEPS = Pattern.compile("(\\(\\?\\d{1,2}\\)|\\.\\*|\\.)+");

    private static final int MOST_CONDITIONS = 32;
    private static final int MOST_BINS = 250;

    private Sequences() {}

    static void check(int at, Function function, List<Checked> parameters, List<Checked> arguments) {
        switch (function.name()) {
            case "windowFunnel" -> {
                time(at, function, arguments);
                parameters.stream().skip(1).forEach(mode -> mode(at, mode));
            }
            case "sequenceMatch", "sequenceCount" -> {
                time(at, function, arguments);
                pattern(at, parameters.getFirst(), arguments.size() - 1);
            }
            case "histogram" -> count(at, function, parameters, MOST_BINS);
            case "groupArrayMovingSum", "groupArrayMovingAvg" -> count(at, function, parameters, Long.MAX_VALUE);
            default -> {}
        }
    }

    private static void count(int at, Function function, List<Checked> parameters, long most) {
        for (var parameter : parameters) {
            if (!(CallChecker.constant(parameter) instanceof Long count) || count < 1 || count > most) {
                var range = most == Long.MAX_VALUE ? "a count from 1 on" : "a count from 1 to %d".formatted(most);
                throw Mismatch.of(at, "the parameter of " + function.name(), parameter, range);
            }
        }
    }

    private static void time(int at, Function function, List<Checked> arguments) {
        var type = arguments.getFirst().type();
        if (!type.isMoment() && !type.isNumber()) {
            throw Mismatch.of(
                    at, "the first argument of " + function.name(), arguments.getFirst(), "a date or a number");
        }
        if (arguments.size() > 1 + MOST_CONDITIONS) {
            throw new QueryException(
                    new QueryProblem.TooLarge(at, function.name() + "()", MOST_CONDITIONS, "conditions"));
        }
    }

    private static void mode(int at, Checked mode) {
        if (!MODES.contains(String.valueOf(CallChecker.constant(mode)))) {
            throw Mismatch.of(at, "a mode of windowFunnel", mode, String.join(", ", MODES));
        }
    }

    private static void pattern(int at, Checked pattern, int conditions) {
        var text = String.valueOf(CallChecker.constant(pattern));
        if (text.contains("(?t")) {
            throw new QueryException(new QueryProblem.Unsupported(
                    at, "a time between the steps of a sequence", "use windowFunnel(), which has a window"));
        }
        var steps = Pattern.compile("\\d+").matcher(text).results().map(step -> Integer.valueOf(step.group()));
        if (text.length() > 200
                || !STEPS.matcher(text).matches()
                || steps.anyMatch(step -> step < 1 || step > conditions)) {
            throw Mismatch.of(
                    at,
                    "a sequence",
                    new Checked.Constant(text, Type.STRING),
                    "steps like '(?1).*(?2)' with numbers from 1 to %d".formatted(conditions));
        }
    }
}
