package io.nightglass.cli.sample;

import java.util.List;

/** What the planner and the judge of the tag loop read and write. */
final class GtmTexts {
    private static final List<String> IDEAS = List.of(
            "Name the consent state on tag %d before it fires",
            "Give trigger %d an equals filter on the event name",
            "Move tag %d into the folder its name belongs to",
            "Reference the event id variable from tag %d",
            "Give variable %d a default so that a missing value is empty, not undefined",
            "Split tag %d by page type and drop the duplicate trigger",
            "Fill currency and value on the purchase tag %d",
            "Rename tag %d to the pattern of its vendor",
            "Block trigger %d until the consent prompt was answered",
            "Read item ids of tag %d from the data layer, not from the page",
            "Send event %d once: drop the second trigger that fires on the same click");

    private static final List<String> GOOD = List.of(
            "Every checkout event has a tag and each one names its parameters.",
            "The change does what it says and touches nothing else.",
            "All tags but one ask for the consent they need.",
            "Names follow the pattern; folders match.");

    private static final List<String> POOR = List.of(
            "Two tags fire before the consent state is known.",
            "Trigger %d has no filter, so it fires on every page.",
            "Tag %d still reads the price from the page and breaks when the layout changes.",
            "Variable %d is referenced but never defined.",
            "The same purchase would be counted twice: tags %d and 41 share a trigger.");

    private static final String ROLE = """
            You improve one tag container. You see its counts, its scores by dimension and its open issues.
            Choose the one dimension that holds the score back and an issue of error severity in it.
            Answer with a JSON array of at most three operations, add or replace, and nothing else.
            Never touch account ids, container ids or placeholders such as %%SAMPLE_ID%%. New ids are above 9000.
            A change that lowers any dimension by more than 0.05 will be reverted.""";

    private static final String RUBRIC = """

            Rubric: coverage 0.18, correctness 0.13, consent 0.13, resilience 0.10, deduplication 0.10,
            triggers 0.10, privacy 0.10, naming 0.08, hygiene 0.08. A dimension passes from 0.70.""";

    private static final String TERSE = "You improve tag containers. Be bold and brief.";

    private static final String FACTS = """

            Container facts: 64 tags, 41 triggers, 88 variables, 9 folders; 12 tags without a folder, 7 without consent
            settings, 3 triggers without a filter. The export lists them below, weakest first.""";

    private final Dice dice;

    GtmTexts(Dice dice) {
        this.dice = dice;
    }

    String idea() {
        return dice.pick(IDEAS).formatted(dice.between(3, 64));
    }

    static String system(int night) {
        if (Nights.promptIsBad(night)) {
            return TERSE;
        }
        return ROLE + (night >= Nights.RUBRIC ? RUBRIC : "");
    }

    /** What the planner is shown; one prompt in thirty holds the whole list of tags. */
    String question(int night, double best, Dimensions dimensions) {
        var text = new StringBuilder("Best score so far: %.4f. Round budget: 3 operations.\n".formatted(best));
        text.append("Scores by dimension:\n");
        for (int i = 0; i < Dimensions.NAMES.size(); i++) {
            text.append("  %s %.3f%n"
                    .formatted(Dimensions.NAMES.get(i), dimensions.values().get(i))
                    .replace("\r", ""));
        }
        if (night == Nights.COUNT) {
            text.append(FACTS).append('\n');
        }
        text.append("Open issues, worst first:\n");
        int listed = dice.chance(0.033) ? 140 : 8;
        for (int i = 0; i < listed; i++) {
            text.append("  %s %s%n"
                    .formatted(
                            dice.chance(0.4) ? "error  " : "warning",
                            dice.pick(POOR).formatted(dice.between(3, 64)))
                    .replace("\r", ""));
        }
        return text.append("[container export: 41,208 characters, left out of the sample]")
                .toString();
    }

    String answer(String idea) {
        int tag = dice.between(3, 64);
        return """
                [{"op":"replace","path":"/containerVersion/tag/%d/consentSettings","value":{"consentStatus":"NEEDED"}},
                 {"op":"replace","path":"/containerVersion/tag/%d/notes","value":"%s"}]""".formatted(tag, tag, idea);
    }

    /** What comes back when the prompt no longer says what an answer looks like. */
    String chatter(String idea) {
        return "Great, let us be bold! I would restructure the whole container: %s, then merge all folders and ..."
                .formatted(idea);
    }

    String rubric(String dimension) {
        return """
                Judge one dimension of a tag container: %s. Score 0 to 1 in steps of 0.001; from 0.70 it passes.
                Look at the change and at every tag it touches. Answer {"score": ..., "rationale": "..."}.
                [candidate: 43,117 characters, left out of the sample]""".formatted(dimension);
    }

    String rationale(double score) {
        return dice.pick(score >= Dimensions.PASS ? GOOD : POOR).formatted(dice.between(3, 64));
    }
}
