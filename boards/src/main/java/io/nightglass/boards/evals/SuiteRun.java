package io.nightglass.boards.evals;

import io.nightglass.boards.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of a suite.
 *
 * @param planned how many cases it said it would have
 * @param cases how many came
 * @param judged of those, how many say whether they passed
 */
public record SuiteRun(
        String uuid,
        Instant at,
        @Nullable String round,
        @Nullable String project,
        @Nullable String suite,
        @Nullable String version,
        @Nullable Long planned,
        long cases,
        long judged,
        long passed,
        @Nullable Double average) {

    static SuiteRun of(Row row) {
        var planned = row.number("n_cases");
        return new SuiteRun(
                row.requiredText("uuid"),
                row.requiredMoment("timestamp"),
                row.text("round_id"),
                row.text("project"),
                row.text("suite"),
                row.text("version"),
                planned == null ? null : planned.longValue(),
                row.count("cases"),
                row.count("judged"),
                row.count("passes"),
                row.number("average"));
    }
}
