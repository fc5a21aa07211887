package io.nightglass.cli.sample;

import java.util.regex.Pattern;

/** What the planner and the judge of the tag loop read and write. */
final class GtmTexts {
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

    private static final Pattern NAMED = Pattern.compile("(tag|trigger|variable) (\\d+)");

    private final Dice dice;

    GtmTexts(Dice dice) {
        this.dice = dice;
    }

    /** A change that aims at one dimension. */
    String idea(String dimension) {
        return Phrase.of(dice.pick(GtmDimensionTexts.of(dimension).ideas()), dice.between(3, 64));
    }

    static String system(int night) {
        if (Nights.promptIsBad(night)) {
            return TERSE;
        }
        return ROLE + (night >= Nights.RUBRIC ? RUBRIC : "");
    }

    /** What the planner is shown; one prompt in thirty holds the whole list of tags. */
    String question(int night, double best, Dimensions dimensions) {
        var text = new StringBuilder(Phrase.of("Best score so far: %.4f. Round budget: 3 operations.\n", best));
        text.append("Scores by dimension:\n");
        for (int i = 0; i < Dimensions.NAMES.size(); i++) {
            text.append(Phrase.of(
                    "  %s %.3f\n", Dimensions.NAMES.get(i), dimensions.values().get(i)));
        }
        if (night == Nights.COUNT) {
            text.append(FACTS).append('\n');
        }
        text.append("Open issues, worst first:\n");
        int listed = dice.chance(0.033) ? 140 : 8;
        for (int i = 0; i < listed; i++) {
            var dimension = dice.pick(Dimensions.NAMES);
            text.append(Phrase.of("  %s %s: %s\n", dice.chance(0.4) ? "error" : "warning", dimension, poor(dimension)));
        }
        return text.append("[container export: 41,208 characters, left out of the sample]")
                .toString();
    }

    /** Operations on what the idea speaks of. */
    String answer(String idea) {
        var named = NAMED.matcher(idea);
        var path = named.find() ? named.group(1) + "/" + named.group(2) : "tag/-";
        return Phrase.of("""
                [{"op":"replace","path":"/containerVersion/%s/parameter/%d/value","value":"{{DLV - sample}}"},
                 {"op":"replace","path":"/containerVersion/%s/notes","value":"%s"}]""", path, dice.between(0, 4), path, idea);
    }

    /** What comes back when the prompt no longer says what an answer looks like. */
    String chatter(String idea) {
        return Phrase.of(
                "Great, let us be bold! I would restructure the whole container: %s, then merge all folders and ...",
                idea);
    }

    String rubric(String dimension) {
        return Phrase.of("""
                Judge one dimension of a tag container: %s. Score 0 to 1 in steps of 0.001; from 0.70 it passes.
                Look at the change and at every tag it touches. Answer {"score": ..., "rationale": "..."}.
                [candidate: 43,117 characters, left out of the sample]""", dimension);
    }

    String rationale(String dimension, double score) {
        return score >= Dimensions.PASS ? GtmDimensionTexts.of(dimension).good() : poor(dimension);
    }

    private String poor(String dimension) {
        return Phrase.of(dice.pick(GtmDimensionTexts.of(dimension).poor()), dice.between(3, 64));
    }
}
