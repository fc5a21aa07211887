package io.nightglass.boards.evals;

import io.nightglass.boards.Row;
import org.jspecify.annotations.Nullable;

/**
 * A case that wavers under one scorer.
 *
 * @param flips how often it passed after it had not, or the other way round
 * @param judged how often somebody said whether it passed
 */
public record Flip(
        @Nullable String suite,
        @Nullable String version,
        @Nullable String caseId,
        @Nullable String project,
        long flips,
        long judged,
        long passed) {

    static Flip of(Row row) {
        return new Flip(
                row.text("suite"),
                row.text("version"),
                row.text("case_id"),
                row.text("project"),
                row.count("flips"),
                row.count("judged"),
                row.count("passes"));
    }
}
