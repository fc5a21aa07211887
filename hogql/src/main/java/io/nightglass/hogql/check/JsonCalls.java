package io.nightglass.hogql.check;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.Type;
import io.nightglass.hogql.checked.Checked;
import io.nightglass.hogql.function.Function;
import io.nightglass.hogql.function.Functions;
import io.nightglass.hogql.tree.Expr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code JSONExtract(json, 'a', 'Array(Int64)')}: the last argument names the type, as ClickHouse spells it. */
record JsonCalls(CallChecker calls) {
    private static final int DEEPEST = 8;

    Checked extract(Expr.Call call, Function function, List<Checked> values) {
        var named = values.isEmpty() ? null : CallChecker.constant(values.getLast());
        if (values.size() < 2 || !(named instanceof String text)) {
            throw CallChecker.wrong(call, function, values.size());
        }
        var type = type(text.strip(), 0);
        if (type == null) {
            throw new QueryException(new QueryProblem.Unsupported(
                    call.at(),
                    "the type " + text,
                    "there are String, Int64, Float64, Bool, Nullable, Array, Tuple and Map of such"));
        }
        var path = new ArrayList<>(values.subList(0, values.size() - 1));
        var found = (Checked.Call) calls.plain(call, Functions.known("JSONExtractRaw"), path);
        return function.name().equals("JSONExtract")
                ? new Checked.Call(function, found.arguments(), type)
                : new Checked.Call(function, found.arguments(), Type.arrayOf(Type.tupleOf(List.of(Type.STRING, type))));
    }

    private static @Nullable Type type(String text, int depth) {
        int bracket = text.indexOf('(');
        if (depth > DEEPEST || bracket >= 0 && !text.endsWith(")")) {
            return null;
        }
        var name = bracket < 0 ? text : text.substring(0, bracket);
        var inner = bracket < 0 ? List.<String>of() : parts(text.substring(bracket + 1, text.length() - 1));
        var types = inner.stream().map(part -> type(part, depth + 1)).toList();
        if (name.matches("U?Int(8|16|32|64|128|256)")) {
            return Type.INTEGER;
        }
        boolean known = !types.isEmpty() && types.stream().allMatch(part -> part != null);
        return switch (name) {
            case "String" -> Type.STRING;
            case "Float32", "Float64", "Decimal" -> Type.FLOAT;
            case "Bool" -> Type.BOOLEAN;
            case "Nullable" ->
                known && types.getFirst().parts().isEmpty() ? types.getFirst().withNull(true) : null;
            case "LowCardinality" -> known ? types.getFirst() : null;
            case "Array" -> known ? Type.arrayOf(types.getFirst()) : null;
            case "Tuple" -> known ? Type.tupleOf(types) : null;
            case "Map" ->
                known && types.size() == 2 && types.getFirst().isText()
                        ? Type.mapOf(types.getFirst(), types.getLast())
                        : null;
            default -> null;
        };
    }

    /** What stands between commas that are in no brackets. */
    private static List<String> parts(String text) {
        var parts = new ArrayList<String>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? ',' : text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(text.substring(from, i).strip());
                from = i + 1;
            }
        }
        return parts;
    }
}
