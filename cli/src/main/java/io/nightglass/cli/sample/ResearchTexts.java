package io.nightglass.cli.sample;

import java.util.List;

/** What the researcher of the training loop reads and writes. */
final class ResearchTexts {
    private static final List<String> IDEAS = List.of(
            "warm up the learning rate for %d steps",
            "decay the learning rate to %d %% at the end",
            "widen the feed-forward layers to %d",
            "tie the embedding and drop %d heads",
            "clip gradients at 0.%d",
            "raise weight decay on matrices to 0.%d, none on gains",
            "share keys and values among groups of %d heads",
            "batch of %d sequences, learning rate scaled with its root",
            "rotary base of %d thousand",
            "squared ReLU in the last %d layers",
            "start the value residual at 0.%d",
            "second momentum of 0.9%d",
            "sliding window of %d tokens in every other layer",
            "normalise queries and keys, temperature learned, start at %d");

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
        return dice.pick(IDEAS).formatted(dice.between(2, 96));
    }

    String system() {
        return SYSTEM;
    }

    /** The state of affairs; now and then with the whole log of the last run. */
    String question(double best, int round) {
        var text = new StringBuilder("Round %d. Best val_bpb so far: %.6f.%nLast attempts:%n".formatted(round, best));
        for (int i = 0; i < 6; i++) {
            text.append("  %.6f  %s%n".formatted(best + dice.tail(0.006), idea()));
        }
        if (dice.chance(0.03)) {
            text.append("run.log of the last round:\n");
            for (int step = 0; step < 260; step++) {
                text.append("step %05d train_loss %.4f lr_scale %.3f tok_per_sec %d mfu %.1f%n"
                        .formatted(step * 4, 9.8 / (1 + step * 0.011) + 2.6, 1.0, dice.between(88_000, 91_000), 41.2));
            }
        }
        return text.append("[train.py: 24,880 characters, left out of the sample]")
                .toString()
                .replace("\r", "");
    }

    String answer(String idea) {
        return """
                --- a/train.py
                +++ b/train.py
                @@ -%d,6 +%d,8 @@
                +# %s
                +SCALE = 0.%d
                 optimizer = build_optimizer(model, lr=LR)""".formatted(dice.between(200, 520), dice.between(200, 520), idea, dice.between(11, 98));
    }
}
