package io.nightglass.cli.sample;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** What to look at in the sample nights, in a few sentences with their dates. They are the plan the nights follow. */
record Story(Nights nights) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    List<String> sentences() {
        return List.of(
                Phrase.of("""
                        Morning: the last night is %s. gtm-autoresearch made its largest gain, autoresearch gained too; \
                        autoagent kept nothing for the fifth night and ran into its budget of $%.0f.""", day(Nights.COUNT), AgentLoop.BUDGET_USD),
                Phrase.of("""
                        Score trend: on %s the planner prompt of gtm-autoresearch was cut, and it kept nothing on that \
                        night and the next; on %s the prompt came back. Both are annotated.""", day(Nights.BAD_PROMPT), day(Nights.PROMPT_RESTORED)),
                Phrase.of("""
                        Round funnel: on %s gtm-autoresearch lost most rounds before the verdict at proposal_applied, \
                        after a workspace export began at %s.""", day(Nights.COUNT), Nights.EXPORT_BEGAN),
                Phrase.of("""
                        Runs: autoagent did not run on %s; autoresearch's run of %s died without a stop and left a \
                        round open.""", day(Nights.AGENT_AWAY), day(Nights.RUN_DIED)),
                Phrase.of("""
                        Money: autoagent's reads "at least", for sample-local-14b has no price; since %s its rounds \
                        cost half as much again.""", day(Nights.RETRIEVAL)));
    }

    private String day(int night) {
        return nights.date(night).format(DAY);
    }
}
