package io.nightglass.boards.evals;

import io.nightglass.boards.Row;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The cases of one dimension in one night, judged by one scorer.
 *
 * @param judged those that say whether they passed
 * @param average null when no case has a score
 */
public record DimNight(
        LocalDate night,
        @Nullable String suite,
        @Nullable String version,
        @Nullable String dim,
        long cases,
        long judged,
        long passed,
        @Nullable Double average) {

    static DimNight of(Row row) {
        return new DimNight(
                LocalDate.parse(row.requiredText("night")),
                row.text("suite"),
                row.text("version"),
                row.text("dim"),
                row.count("cases"),
                row.count("judged"),
                row.count("passes"),
                row.number("average"));
    }

    /** Null when nobody said of any case whether it passed. */
    public @Nullable Double passRate() {
        return judged == 0 ? null : (double) passed / judged;
    }
}
