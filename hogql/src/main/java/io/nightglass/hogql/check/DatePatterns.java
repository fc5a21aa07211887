package io.nightglass.hogql.check;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.checked.Checked;
import io.nightglass.hogql.tree.Expr;
import java.util.List;

/** The letters of {@code formatDateTime}. */
final class DatePatterns {
    private static final String LETTERS = "aAbBcCdDefFgGhHiIjklmMnpQrRsStTuVwWyYz%";

    private DatePatterns() {}

    /** Refuses a letter that means nothing, where ClickHouse refuses it too. */
    static void check(Expr.Call call, List<Checked> values) {
        if (values.size() < 2 || !(CallChecker.constant(values.get(1)) instanceof String pattern)) {
            return;
        }
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) == '%') {
                i++;
                if (i == pattern.length() || LETTERS.indexOf(pattern.charAt(i)) < 0) {
                    throw new QueryException(new QueryProblem.Unsupported(
                            call.arguments().get(1).at(),
                            "%" + pattern.substring(i, Math.min(i + 1, pattern.length())),
                            "a pattern has %% and the letters %Y %m %d %H %i %S, %M for the month's name, ..."));
                }
            }
        }
    }
}
