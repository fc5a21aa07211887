package io.nightglass.hogql.check;

import io.nightglass.hogql.Type;
import io.nightglass.hogql.checked.Checked;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How much a function makes of its arguments. What is not named here makes at most as much as it takes. */
final class Built {
    /** As the stores enforce it. */
    private static final double MOST_REPEATED = 100_000;

    private static final double MOST_RANGE = 10_000;
    private static final double GROUP = 100;

    /** Of characters they compare, each with each; a thousand such pairs take as long as a byte is large. */
    private static final double PAIRS_A_BYTE = 100;

    private static final Set<String> LARGER = Set.of(
            "hex",
            "bin",
            "base64Encode",
            "encodeURLComponent",
            "encodeURLFormComponent",
            "encodeXMLComponent",
            "toJSONString",
            "regexpQuoteMeta");
    private static final Set<String> PAIRWISE = Set.of(
            "editDistance", "damerauLevenshteinDistance", "jaroSimilarity", "jaroWinklerSimilarity", "arrayIntersect");
    private static final Set<String> ONE_OF =
            Set.of("if", "multiIf", "coalesce", "ifNull", "nullIf", "greatest", "least", "assumeNotNull");

    private Built() {}

    static Weight by(Checked.Call call, List<Weight> arguments) {
        var name = call.function().name();
        if (PAIRWISE.contains(name) && arguments.size() >= 2) {
            return Weight.of(1, bytes(arguments, 0) * bytes(arguments, 1) / PAIRS_A_BYTE, arguments);
        }
        if (ONE_OF.contains(name)) {
            var largest = largest(arguments);
            return Weight.of(largest.count(), largest.each(), arguments);
        }
        if (LARGER.contains(name)) {
            return Weight.of(1, 3 * bytes(arguments, 0), arguments);
        }
        return switch (name) {
            case "repeat" ->
                Weight.of(1, Math.min(MOST_REPEATED, bytes(arguments, 0) * number(call, 1, MOST_REPEATED)), arguments);
            case "space" -> Weight.of(1, Math.min(MOST_REPEATED, number(call, 0, MOST_REPEATED)), arguments);
            case "leftPad", "rightPad" ->
                Weight.of(1, Math.min(MOST_REPEATED, number(call, 1, MOST_REPEATED)), arguments);
            case "range" -> Weight.of(range(call), 8, arguments);
            case "timeSlots" -> Weight.of(MOST_RANGE, 8, arguments);
            case "arrayWithConstant" ->
                Weight.of(Math.min(MOST_REPEATED, number(call, 0, MOST_REPEATED)), bytes(arguments, 1), arguments);
            case "arrayResize" ->
                Weight.of(
                        Math.min(MOST_REPEATED, number(call, 1, MOST_REPEATED)),
                        arguments.getFirst().each(),
                        arguments);
            case "replaceAll", "replaceRegexpAll" -> replaced(call, arguments);
            case "URLHierarchy", "URLPathHierarchy" ->
                Weight.of(Math.min(1_000, bytes(arguments, 0) / 2), Math.min(2_000, bytes(arguments, 0)), arguments);
            case "translate" -> Weight.of(1, bytes(arguments, 0), arguments);
            case "arrayStringConcat" -> {
                double separator = arguments.size() > 1 ? bytes(arguments, 1) : 0;
                yield Weight.of(
                        1, arguments.getFirst().count() * (arguments.getFirst().each() + separator), arguments);
            }
            default -> shaped(call.type(), arguments);
        };
    }

    private static Weight shaped(Type type, List<Weight> arguments) {
        double sum = arguments.stream().mapToDouble(Weight::bytes).sum();
        return switch (type.base()) {
            case STRING, JSON -> Weight.of(1, Math.max(24, sum), arguments);
            case ARRAY -> array(type.element(), arguments, sum);
            case TUPLE, MAP -> Weight.of(1, sum, arguments);
            case FLOAT, INTEGER, BOOLEAN, DATE, DATETIME, UUID, INTERVAL, NULL ->
                Weight.of(1, Weight.SCALAR, arguments);
        };
    }

    /** Arrays put together, listed, or cut out of a text: each piece of one has a place of its own. */
    private static Weight array(Type element, List<Weight> arguments, double sum) {
        double count = arguments.stream().mapToDouble(Weight::count).sum();
        if (arguments.size() <= 3 && count == arguments.size() && element.isText()) {
            return Weight.of(Math.max(1, sum / 4), 20, arguments);
        }
        return Weight.of(Math.max(1, count), sum / Math.max(1, count), arguments);
    }

    /** @param body what the lambda gives for one element */
    static Weight byEach(Checked.Call call, List<Weight> arrays, Weight body) {
        if (arrays.isEmpty()) {
            return body;
        }
        var all = new ArrayList<>(arrays);
        all.add(body);
        var longest = largest(arrays);
        double count = arrays.stream().mapToDouble(Weight::count).max().orElse(1);
        return switch (call.function().name()) {
            case "arrayMap", "mapApply" -> Weight.of(count, body.bytes(), all);
            case "arrayFold" -> Weight.of(1, count * body.bytes(), all);
            default -> Weight.of(longest.count(), longest.each(), all).as(call.type());
        };
    }

    static Weight byAggregate(Type type, List<Weight> arguments) {
        var largest = arguments.isEmpty() ? Weight.kept(type) : largest(arguments);
        return switch (type.base()) {
            case ARRAY -> new Weight(GROUP, largest.bytes(), false);
            case STRING, JSON -> new Weight(1, largest.bytes(), false);
            case MAP, TUPLE -> new Weight(1, largest.bytes(), false);
            case FLOAT, INTEGER, BOOLEAN, DATE, DATETIME, UUID, INTERVAL, NULL -> new Weight(1, Weight.SCALAR, false);
        };
    }

    /** The parameters of a lambda of several stand in each other. */
    static List<Checked.Variable> parameters(Checked.Lambda lambda) {
        var parameters = new ArrayList<Checked.Variable>();
        Checked inner = lambda;
        while (inner instanceof Checked.Lambda(var variable, var body, var type)) {
            parameters.add(variable);
            inner = body;
        }
        return parameters;
    }

    /** Each place where the pattern may match becomes the replacement; a group in it, at most the whole. */
    private static Weight replaced(Checked.Call call, List<Weight> arguments) {
        double whole = bytes(arguments, 0);
        double pattern = 1;
        double groups = 0;
        if (call.function().name().equals("replaceAll")) {
            pattern = text(call, 1) instanceof String text && !text.isEmpty() ? text.length() : 1;
        } else {
            groups = text(call, 2) instanceof String text
                    ? text.chars().filter(c -> c == '\\').count()
                    : 10;
        }
        return Weight.of(1, whole * (1 + groups) + whole / pattern * bytes(arguments, 2), arguments);
    }

    private static @Nullable Object text(Checked.Call call, int index) {
        return call.arguments().get(index) instanceof Checked.Constant(var value, var type) ? value : null;
    }

    private static double range(Checked.Call call) {
        var arguments = call.arguments();
        double from = arguments.size() > 1 ? number(call, 0, Double.NaN) : 0;
        double to = number(call, arguments.size() > 1 ? 1 : 0, Double.NaN);
        double step = arguments.size() > 2 ? number(call, 2, Double.NaN) : 1;
        double count = Math.abs((to - from) / step);
        return count < MOST_RANGE ? Math.max(1, count) : MOST_RANGE; // NaN: not known
    }

    private static double number(Checked.Call call, int index, double unknown) {
        return call.arguments().get(index) instanceof Checked.Constant(var value, var type)
                        && value instanceof Number number
                ? Math.max(0, number.doubleValue())
                : unknown;
    }

    private static Weight largest(List<Weight> weights) {
        return weights.stream().reduce(Weight::or).orElse(Weight.constant(1, Weight.SCALAR));
    }

    private static double bytes(List<Weight> arguments, int index) {
        return arguments.get(index).bytes();
    }
}
