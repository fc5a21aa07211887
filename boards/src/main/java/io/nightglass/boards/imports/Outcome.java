package io.nightglass.boards.imports;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a row's status says about its round. */
public enum Outcome {
    KEPT,
    /** Where a loop, or a new segment of it, starts from. */
    BASELINE,
    REVERTED,
    CRASHED,
    /** A word that is no verdict: the round stays open. */
    UNKNOWN;

    private static final Set<String> KEPT_WORDS = Set.of(
            "accept",
            "accepted",
            "approve",
            "approved",
            "best",
            "confirmed-keep",
            "improved",
            "keep",
            "keep*",
            "keeper",
            "kept",
            "new_best",
            "win",
            "adopted",
            "adopted-win",
            "1",
            "true",
            "yes");
    private static final Set<String> BASELINE_WORDS = Set.of("baseline", "reference", "基线");
    private static final Set<String> REVERTED_WORDS = Set.of(
            "discard",
            "discarded",
            "revert",
            "reverted",
            "reject",
            "rejected",
            "worse",
            "neutral",
            "rollback",
            "rolled_back",
            "rolled-back",
            "drop",
            "dropped",
            "no_improvement",
            "no-improvement",
            "regressed",
            "regression",
            "decline",
            "declined",
            "lose",
            "loss",
            "0",
            "false",
            "no");
    private static final Set<String> CRASHED_WORDS = Set.of(
            "checks_failed",
            "crash",
            "crashed",
            "error",
            "fail",
            "failed",
            "failure",
            "oom",
            "rejected-crash",
            "timeout",
            "infra-fail",
            "infra_fail");

    /** A verdict that goes on to say why: {@code reverted_worse}, {@code crash (OOM)}. */
    private static final Pattern REVERTED_FOR =
            Pattern.compile("(revert(ed)?|discard(ed)?|reject(ed)?)(?![\\p{L}\\p{N}])");

    private static final Pattern CRASHED_BY = Pattern.compile("crash(ed)?(?![\\p{L}\\p{N}])");

    /** Reads a status as written; case and surrounding blanks do not matter. */
    public static Outcome of(String status) {
        String word = status.strip().toLowerCase(Locale.ROOT);
        if (KEPT_WORDS.contains(word) || word.startsWith("保留✔")) {
            return KEPT;
        }
        if (BASELINE_WORDS.contains(word)) {
            return BASELINE;
        }
        if (REVERTED_WORDS.contains(word)
                || word.startsWith("回滚")
                || REVERTED_FOR.matcher(word).lookingAt()) {
            return REVERTED;
        }
        return CRASHED_WORDS.contains(word) || CRASHED_BY.matcher(word).lookingAt() ? CRASHED : UNKNOWN;
    }

    /** Whether {@code cell} is a word that could only stand in a status column, so not 0, 1 or free text. */
    static boolean isVerdict(String cell) {
        return !Numbers.isNumber(cell) && of(cell) != UNKNOWN;
    }

    /** Kept rows and baselines are what later rows are compared with. */
    boolean isGround() {
        return this == KEPT || this == BASELINE;
    }
}
