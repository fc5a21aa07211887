package io.nightglass.boards.evals;

import io.nightglass.boards.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One case. @param rationale its beginning */
public record Judged(
        String uuid,
        Instant at,
        @Nullable String round,
        @Nullable String suite,
        @Nullable String version,
        @Nullable String dim,
        @Nullable String caseId,
        @Nullable Double score,
        @Nullable Boolean passed,
        @Nullable String rationale) {

    static Judged of(Row row) {
        return new Judged(
                row.requiredText("uuid"),
                row.requiredMoment("timestamp"),
                row.text("round_id"),
                row.text("suite"),
                row.text("version"),
                row.text("dim"),
                row.text("case_id"),
                row.number("score"),
                row.said("passed"),
                row.text("rationale"));
    }
}
