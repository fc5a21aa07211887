package io.nightglass.cli.sample;

import java.util.List;

/** What the researcher of the training loop reads and writes. */
final class ResearchTexts {
    private static final List<Idea> IDEAS = List.of(
            new Idea("warm up the learning rate for %d steps", List.of(50, 100, 200, 400)),
            new Idea("decay the learning rate to %d %% at the end", List.of(0, 5, 10, 20)),
            new Idea("widen the feed-forward layers to %d", List.of(2_560, 3_072, 4_096)),
            new Idea("%d heads instead of 10, same width", List.of(5, 8, 20)),
            new Idea("clip gradients at 0.%d", List.of(3, 5, 8)),
            new Idea("raise weight decay on matrices to 0.%d, none on gains", List.of(1, 15, 2)),
            new Idea("share keys and values among groups of %d heads", List.of(2, 5)),
            new Idea("batch of %d sequences, learning rate scaled with its root", List.of(32, 96, 128)),
            new Idea("rotary base of %d thousand", List.of(20, 50, 100, 200)),
            new Idea("squared ReLU in the last %d layers", List.of(2, 4, 6)),
            new Idea("start the value residual at 0.%d", List.of(1, 3, 5)),
            new Idea("second momentum of 0.9%d", List.of(2, 5, 8)),
            new Idea("sliding window of %d tokens in every other layer", List.of(256, 512, 1_024)),
            new Idea("normalise queries and keys, temperature learned from %d", List.of(8, 12, 16)));

    /** A change with a number to choose. */
    private record Idea(String words, List<Integer> choices) {}

    private static final String SYSTEM = """
            You train one small language model, again and again, five minutes each. You may edit train.py and nothing else.
            val_bpb is what counts, lower is better; prepare.py and the validation shard are fixed.
            Propose one change, the smallest that tests the idea. Equal with less code is a gain.
            If it runs out of memory or diverges the round is lost. Answer with a unified diff.""";

    private final Dice dice;

    ResearchTexts(Dice dice) {
        this.dice = dice;
    }

    String idea() {
        var idea = dice.pick(IDEAS);
        return Phrase.of(idea.words, dice.pick(idea.choices));
    }

    String system() {
        return SYSTEM;
    }

    /** The state of affairs; now and then with the whole log of the last run. */
    String question(double best, int round) {
        var text = new StringBuilder(Phrase.of("Round %d. Best val_bpb so far: %.6f.\nLast attempts:\n", round, best));
        for (int i = 0; i < 6; i++) {
            text.append(Phrase.of("  %.6f  %s\n", best + dice.tail(0.006), idea()));
        }
        if (dice.chance(0.03)) {
            text.append("run.log of the last round:\n");
            for (int step = 0; step < 260; step++) {
                text.append(Phrase.of(
                        "step %05d train_loss %.4f lr_scale %.3f tok_per_sec %d mfu %.1f\n",
                        step * 4, 9.8 / (1 + step * 0.011) + 2.6, 1.0, dice.between(88_000, 91_000), 41.2));
            }
        }
        return text.append("[train.py: 24,880 characters, left out of the sample]")
                .toString();
    }

    String answer(String idea) {
        return Phrase.of("""
                --- a/train.py
                +++ b/train.py
                @@ -%d,6 +%d,8 @@
                +# %s
                +SCALE = 0.%d
                 optimizer = build_optimizer(model, lr=LR)""", dice.between(200, 520), dice.between(200, 520), idea, dice.between(11, 98));
    }
}
