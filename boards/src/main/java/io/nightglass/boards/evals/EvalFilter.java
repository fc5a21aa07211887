package io.nightglass.boards.evals;

import io.nightglass.boards.BoardQuery;
import io.nightglass.boards.Night;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which cases. A null component does not filter; {@link #NONE} is those that do not say.
 *
 * @param query nights, not days, from noon to noon; project and client
 * @param search part of the rationale, in any case
 */
public record EvalFilter(
        BoardQuery query,
        @Nullable String suite,
        @Nullable String dim,
        @Nullable String version,
        @Nullable String caseId,
        @Nullable Outcome outcome,
        @Nullable String search) {
    /** A suite, dimension or version that nobody named. */
    public static final String NONE = "";

    private static final Duration AROUND = Duration.ofDays(1);

    /** How a case ended. */
    public enum Outcome {
        PASSED("passed = true"),
        FAILED("passed = false"),
        UNKNOWN("passed IS NULL");

        private final String hogql;

        Outcome(String hogql) {
            this.hogql = hogql;
        }
    }

    public static EvalFilter of(BoardQuery query) {
        return new EvalFilter(query, null, null, null, null, null, null);
    }

    Map<String, @Nullable Object> values(ZoneId zone) {
        var start = new Night(query.from(), zone).start();
        var end = new Night(query.to(), zone).end();
        var values = new HashMap<String, @Nullable Object>();
        values.put("start", start);
        values.put("end", end);
        values.put("early", start.minus(AROUND));
        values.put("late", end.plus(AROUND));
        values.put("project", query.project());
        values.put("client", query.client());
        values.put("suite", suite);
        values.put("dim", dim);
        values.put("version", version);
        values.put("case", caseId);
        values.put("search", search);
        return values;
    }

    /** The conditions that are set, over {@code cases}; values stay placeholders. */
    String where() {
        var text = new StringBuilder("true");
        and(text, suite, "suite");
        and(text, dim, "dim");
        and(text, version, "version");
        if (caseId != null) {
            text.append(" AND case_id = {case}");
        }
        if (outcome != null) {
            text.append(" AND ").append(outcome.hogql);
        }
        return text.toString();
    }

    private static void and(StringBuilder text, @Nullable String value, String column) {
        if (value != null) {
            text.append((value.equals(NONE) ? " AND %1$s IS NULL" : " AND %1$s = {%1$s}").formatted(column));
        }
    }
}
