import io.nightglass.catalog.Context.Measure;
import io.nightglass.catalog.Direction;
import io.nightglass.sdk.Config;
import io.nightglass.sdk.Nightglass;
import io.nightglass.sdk.redact.Redaction;
import java.util.Map;
import java.util.Random;

/** A loop that looks for the lowest point of a curve: propose, score, keep or revert, until it stalls. */
class TinyLoop {
    public static void main(String[] arguments) {
        var random = new Random(7);
        double best = loss(4);
        double at = 4;
        int rounds = 0;
        int stalled = 0;
        // Whom to send to and who sends: POSTHOG_HOST, POSTHOG_API_KEY, AUTORESEARCH_PROJECT.
        try (var nightglass = Nightglass.open(Config.fromEnvironment().beforeSend(Redaction.secrets()))) {
            var loop = nightglass.loop().agent("planner").measured(Measure.of("loss", Direction.MINIMIZE));
            var run = loop.run();
            while (stalled < 5 && rounds < 40) {
                var round = run.round();
                round.started("random-walk", best);
                double proposal = at + random.nextGaussian();
                round.plan("try x = %.3f".formatted(proposal), "evaluate", null);
                double score = round.tool("evaluate", Map.of("x", proposal), () -> loss(proposal));
                round.scored(score);
                rounds++;
                if (score < best) {
                    round.kept(best - score, score, 0.0);
                    best = score;
                    at = proposal;
                    stalled = 0;
                } else {
                    round.reverted("no_gain", 0.0);
                    stalled++;
                }
            }
            run.stopped(stalled == 5 ? "plateau" : "round_cap", rounds, 0.0, best);
        }
        System.out.printf("%d rounds, best %.4f%n", rounds, best);
    }

    static double loss(double x) {
        return x * x + Math.sin(5 * x);
    }
}
