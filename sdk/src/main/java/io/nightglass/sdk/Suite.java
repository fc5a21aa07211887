package io.nightglass.sdk;

import io.nightglass.catalog.Ulids;
import io.nightglass.catalog.event.EvalCase;
import io.nightglass.catalog.event.EvalRegression;
import io.nightglass.catalog.event.EvalRun;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run of an eval suite: {@code eval.run} when it begins, then a verdict per case. Safe to share. */
public final class Suite {
    private final Voice voice;
    private final PriorBest prior;
    private final String id = Ulids.next();

    Suite(Voice voice, String name, @Nullable Long cases, @Nullable String scorerVersion, PriorBest prior) {
        this.voice = voice;
        this.prior = prior;
        voice.say(new EvalRun(id, name, cases, scorerVersion), Map.of());
    }

    /** Its ULID: {@code $ai_parent_id} of the judge's calls, so that they stand under it in the trace. */
    public String id() {
        return id;
    }

    /**
     * Says {@code eval.case}, and {@code eval.regression} when the score fell below the case's best before.
     *
     * @param dimension null when the case belongs to none
     * @param passed null when it has no threshold
     * @param rationale why, in the words of the judge; null when it gave none
     * @return whether it regressed
     */
    public boolean judged(
            String caseId,
            @Nullable String dimension,
            double score,
            @Nullable Boolean passed,
            @Nullable String rationale) {
        voice.say(new EvalCase(id, caseId, dimension, score, rationale, passed), Map.of());
        var best = prior.fallenFrom(PriorBest.key(caseId, dimension), score);
        best.ifPresent(
                known -> voice.say(new EvalRegression(id, caseId, dimension, known, score, score - known), Map.of()));
        return best.isPresent();
    }
}
