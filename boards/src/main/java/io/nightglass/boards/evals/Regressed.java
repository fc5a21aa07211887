package io.nightglass.boards.evals;

import io.nightglass.boards.Row;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Regressions of one dimension; the latest of them. */
public record Regressed(
        @Nullable String dim, long regressions, @Nullable Double average, List<Last> latest) {

    /** One regression. @param uuid its node in the round's trace */
    public record Last(
            String uuid,
            Instant at,
            @Nullable String round,
            @Nullable String dim,
            @Nullable String caseId,
            @Nullable Double delta) {

        static Last of(Row row) {
            return new Last(
                    row.requiredText("uuid"),
                    row.requiredMoment("timestamp"),
                    row.text("round_id"),
                    row.text("dim"),
                    row.text("case_id"),
                    row.number("delta"));
        }
    }
}
