package io.nightglass.store.duckdb.sql;

import io.nightglass.hogql.checked.Checked;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Texts whose SQL depends on a constant. */
record TextForms() {

    String print(Checked.Call call, List<String> a) {
        return switch (call.function().name()) {
            case "substring" -> "substring(%s)".formatted(String.join(", ", a));
            case "extract" -> "regexp_extract(%s, %s, %d)".formatted(a.get(0), a.get(1), group(call));
            case "like" -> like(call, a, "LIKE");
            case "ilike" -> like(call, a, "ILIKE");
            case "notLike" -> like(call, a, "NOT LIKE");
            case "notILike" -> like(call, a, "NOT ILIKE");
            default ->
                throw new IllegalStateException("no SQL for " + call.function().name());
        };
    }

    /** Without an escape the engine turns a pattern into a search for its text. */
    private static String like(Checked.Call call, List<String> a, String operator) {
        boolean plain = call.arguments().getLast() instanceof Checked.Constant(String pattern, var ignored)
                && pattern.indexOf('\\') < 0;
        return "(%s %s %s%s)".formatted(a.get(0), operator, a.get(1), plain ? "" : " ESCAPE '\\'");
    }

    private static int group(Checked.Call call) {
        if (!(call.arguments().getLast() instanceof Checked.Constant(String pattern, var ignored))) {
            return 0;
        }
        try {
            return Pattern.compile(pattern).matcher("").groupCount() > 0 ? 1 : 0;
        } catch (PatternSyntaxException odd) {
            return 0;
        }
    }
}
