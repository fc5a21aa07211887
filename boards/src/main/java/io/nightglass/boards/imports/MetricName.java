package io.nightglass.boards.imports;

import io.nightglass.catalog.Direction;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a column says about its numbers. The words are those of public logs: a name is cut at everything that
 * is no letter or digit and at capital letters, and its last known word decides ({@code log_loss} is a loss).
 *
 * @param words lower-case parts of the name
 */
record MetricName(String name, List<String> words) {
    private static final Pattern CUT = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=[a-z])(?=[A-Z])");
    private static final Pattern RATE = Pattern.compile(
            ".*(tok(en)?s?|req|samples?|images?|steps?|items?|ops|frames?|bytes|rows|gb|mb)(/|_per_|per_|per|_)s(ec(ond)?s?)?$");

    private static final Set<String> SMALLER = words("bpb bpc bpt bits nats loss nll ppl perplexity rmse rmsle mse msle"
            + " mae mape smape wmape rmspe wape pinball logloss crossentropy xent err error errors wer cer eer fid kid fvd lpips"
            + " brier ece regret exploitability deviance divergence kl overhead failures failed fails violations drawdown dd"
            + " gap distance residual chamfer misses latency cost crps");
    private static final Set<String> LARGER =
            words("acc accuracy f f1 f2 f05 fbeta auc auroc roc auprc pr ap map precision recall"
                    + " specificity sensitivity return returns sharpe sortino calmar psnr ssim bleu sacrebleu chrf rouge meteor cider loglik"
                    + " loglikelihood likelihood r2 pearson spearman kendall corr correlation iou miou dice win wins winrate pass passed"
                    + " passrate solved success successes hit hits throughput tps qps rps fps ips speedup profit pnl cagr roi elbo mrr ndcg"
                    + " kappa mcc elo coverage yield bandwidth gflops tflops flops mfu ess compression silhouette em");
    private static final Set<String> WEAKLY_LARGER =
            words("score scores objective reward fitness quality utility grade");
    private static final Set<String> RESOURCES =
            words("memory mem vram ram gb mb kb gib mib bytes seconds second sec secs s"
                    + " ms us µs ns time times runtime elapsed duration wall wallclock minutes min mins hours usd price ttft compile power"
                    + " watts temperature");
    private static final Set<String> SETTINGS = words(
            "n num params param parameters depth layers layer batch steps step"
                    + " epochs epoch samples seed lr width heads dim size k count total iterations iters walkers delta diff improvement"
                    + " baseline before old prev previous std stderr var train confidence threshold min max tokens budget expected guard");

    private static final Set<String> WHOLE =
            words("overall research composite combined total final aggregate main weighted avg"
                    + " average mean global primary best");

    /** Values of these are above zero by nature: a written 0 says that nothing was measured. */
    private static final Set<String> ABOVE_ZERO =
            words("bpb bpc bpt nll loss ppl perplexity rmse rmsle mse mae mape smape fid"
                    + " kid lpips crossentropy logloss latency seconds sec secs ms us µs ns time runtime duration bytes loglik"
                    + " loglikelihood");

    static MetricName of(String name) {
        var words = List.of(CUT.splitAsStream(name)
                .map(w -> w.toLowerCase(Locale.ROOT))
                .filter(w -> !w.isEmpty())
                .toArray(String[]::new));
        return new MetricName(name, words);
    }

    /** The direction the name stands for, or null when it stands for none. */
    @Nullable
    Direction direction() {
        var stated = DirectionWords.better(name);
        if (stated != null) {
            return stated;
        }
        boolean negated = words.contains("neg") || words.contains("negative") || words.contains("minus");
        if (isRate()) {
            return Direction.MAXIMIZE;
        }
        for (var word : words.reversed()) {
            if (SMALLER.contains(word)) {
                return negated ? Direction.MAXIMIZE : Direction.MINIMIZE;
            }
            if (LARGER.contains(word) || WEAKLY_LARGER.contains(word)) {
                return negated ? Direction.MINIMIZE : Direction.MAXIMIZE;
            }
        }
        return isResource() ? Direction.MINIMIZE : null;
    }

    /** Score, objective, reward: usually larger is better, and the log may show otherwise. */
    boolean isWeak() {
        return !isRate()
                && words.stream().noneMatch(w -> SMALLER.contains(w) || LARGER.contains(w))
                && (words.stream().anyMatch(WEAKLY_LARGER::contains) || isResource());
    }

    /** Whether the name ends as the name of a measured quality does. */
    boolean isKnown() {
        return isRate() || words.stream().anyMatch(w -> SMALLER.contains(w) || LARGER.contains(w));
    }

    /** As {@link #isKnown}, by the last word alone: {@code val_corr_mean} is no correlation of a validation. */
    boolean endsKnown() {
        return isRate()
                || (!words.isEmpty()
                        && (SMALLER.contains(words.getLast())
                                || LARGER.contains(words.getLast())
                                || WEAKLY_LARGER.contains(words.getLast())));
    }

    boolean endsInScore() {
        return !words.isEmpty() && WEAKLY_LARGER.contains(words.getLast());
    }

    /** {@code overall_score}, and not the score of one part among many. */
    boolean isOfTheWhole() {
        return words.stream().anyMatch(WHOLE::contains);
    }

    boolean isValidation() {
        return !words.isEmpty()
                && Set.of("val", "valid", "validation", "dev", "heldout", "eval")
                        .contains(words.getFirst());
    }

    boolean isResource() {
        return !isRate() && words.stream().anyMatch(RESOURCES::contains) && !endsKnown();
    }

    boolean isSetting() {
        if (isRate()) {
            return false;
        }
        return words.isEmpty()
                || SETTINGS.contains(words.getFirst())
                || (words.stream().anyMatch(SETTINGS::contains) && !isKnown());
    }

    boolean isAboveZero() {
        return !isRate() && words.stream().anyMatch(ABOVE_ZERO::contains);
    }

    private boolean isRate() {
        return RATE.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    private static Set<String> words(String list) {
        return Set.of(list.split(" "));
    }
}
