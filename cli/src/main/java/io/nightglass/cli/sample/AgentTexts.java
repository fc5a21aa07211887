package io.nightglass.cli.sample;

import java.util.List;

/** What the engineer of the agent harness reads and writes, and why its rounds fail. */
final class AgentTexts {
    /** Why tasks fail, in the words of the loop's own taxonomy. */
    static final List<String> FAILURES = List.of(
            "missing_verification",
            "missing_verification",
            "missing_verification",
            "bad_execution_strategy",
            "weak_information_gathering",
            "misunderstanding_task",
            "missing_capability",
            "silent_failure");

    private static final List<String> IDEAS = List.of(
            "run the task's own check before answering, at most %d times",
            "list the folder before reading any file of task %d",
            "write the plan down first, revise it after step %d",
            "a tool that shows %d lines around a match instead of the whole file",
            "stop after %d turns without a new file",
            "summarise the log when it is longer than %d lines",
            "ask for the exit code of every command and stop at the first that is not 0 in step %d",
            "keep the instruction in view: repeat it every %d turns");

    private static final List<String> REASONS = List.of(
            "Answered without running the check that lies in the folder.",
            "Installed a package for four minutes and ran out of turns.",
            "Read the instruction as a question; wrote an essay, no file.",
            "Found the file, changed a copy of it.",
            "All steps right, result printed, never saved.");

    private static final String SYSTEM = """
            You improve an agent harness: its prompt, its tools, its limits. The adapter below the fixed boundary stays.
            Group failures by their root cause, choose one general improvement, change as little as you can.
            If this exact task disappeared, the change should still be worth it. More tasks passed is the only gain.""";

    private final Dice dice;

    AgentTexts(Dice dice) {
        this.dice = dice;
    }

    String idea() {
        return Phrase.of(dice.pick(IDEAS), dice.between(2, 12));
    }

    /** Why a task failed. */
    String reason() {
        return dice.pick(REASONS);
    }

    String rationale(boolean passed) {
        return passed ? "Did what was asked and checked it." : reason();
    }

    String system() {
        return SYSTEM;
    }

    /** What the last run left; now and then a whole trajectory. */
    String question(int passed, int tasks) {
        var text = new StringBuilder(Phrase.of("Passed %d of %d. Failures by cause:\n", passed, tasks));
        for (int i = 0; i < 5; i++) {
            text.append(
                    Phrase.of("  sample-task-%02d  %s  %s\n", dice.between(1, tasks), dice.pick(FAILURES), reason()));
        }
        if (dice.chance(0.02)) {
            text.append("Trajectory of one task:\n");
            for (int turn = 1; turn <= 160; turn++) {
                text.append(Phrase.of(
                        "  turn %d  %s  %s\n",
                        turn, dice.pick(List.of("read_file", "run", "write_file", "search")), reason()));
            }
        }
        return text.append("[agent.py: 18,204 characters, left out of the sample]")
                .toString();
    }

    String answer(String idea) {
        return Phrase.of("""
                The common cause is %s. One change: %s.

                ```python
                MAX_CHECKS = %d

                def before_answer(state):
                    return run(state.check_command, limit=MAX_CHECKS)
                ```""", dice.pick(FAILURES), idea, dice.between(1, 4));
    }
}
