package io.nightglass.boards.evals;

import io.nightglass.boards.Row;
import org.jspecify.annotations.Nullable;

/**
 * What judging cost of all that a project cost.
 *
 * @param judges known money of calls under eval runs
 * @param judgesUnknown such calls whose price is not known
 * @param all known money of the ledger
 * @param allUnknown rows of the ledger without a price, judges' among them
 */
public record JudgeCost(@Nullable String project, double judges, long judgesUnknown, double all, long allUnknown) {

    static JudgeCost of(Row row) {
        var judges = row.number("judges");
        var all = row.number("all_usd");
        return new JudgeCost(
                row.text("project"),
                judges == null ? 0 : judges,
                row.count("judges_unknown"),
                all == null ? 0 : all,
                row.count("all_unknown"));
    }

    /** In [0, 1]; null when no money is known. */
    public @Nullable Double share() {
        return all == 0 ? null : judges / all;
    }

    /** {@code ≥ } when only judges' prices are missing, {@code ≤ } when only others', {@code about } when both are. */
    public String bound() {
        long others = allUnknown - judgesUnknown;
        if (judgesUnknown == 0) {
            return others == 0 || judges == 0 ? "" : "≤ ";
        }
        return others == 0 ? "≥ " : "about ";
    }
}
