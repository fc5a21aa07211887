package io.nightglass.server.page;

import io.nightglass.boards.Night;
import io.nightglass.boards.Spent;
import io.nightglass.boards.morning.Change;
import io.nightglass.boards.morning.FailureMode;
import io.nightglass.boards.morning.Leak;
import io.nightglass.boards.morning.LoopNight;
import io.nightglass.boards.morning.Morning;
import io.nightglass.boards.rounds.Incident;
import io.nightglass.boards.rounds.Round;
import io.nightglass.catalog.Direction;
import io.nightglass.catalog.Verdict;
import io.nightglass.server.page.format.Count;
import io.nightglass.server.page.format.Money;
import io.nightglass.server.page.format.Score;
import io.nightglass.server.page.format.Times;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the morning's template writes.
 *
 * @param behind the rounds of an incident; none where no round of the night met it
 * @param runs how many rounds of a run are kept, by its id
 * @param scorers what changed about the scorers this night, a sentence each
 * @param isEmpty whether the pane has no event of any round at all
 * @param problems what was wrong with the address
 */
public record MorningView(
        Frame frame,
        Morning morning,
        List<Headline.Phrase> headline,
        Axis axis,
        List<Loop> loops,
        Times times,
        Map<Incident, Behind> behind,
        Map<String, Long> runs,
        List<String> scorers,
        boolean isEmpty,
        List<String> problems) {

    /** The rounds of the night that met something, and where they are listed. */
    public record Behind(long rounds, Links link) {}

    /** One loop's row. */
    public record Loop(LoopNight night, Strip strip, Sparkline sparkline, Score score, Links rounds) {
        public String name() {
            return named(night.project());
        }

        public boolean minimize() {
            return night.best().direction() == Direction.MINIMIZE;
        }

        /** What a reader who sees no drawing is told. */
        public String spoken() {
            return "%s: %d rounds in time order, %d kept, %d reverted, %d crashed"
                    .formatted(
                            name(),
                            night.rounds().size(),
                            night.count(Verdict.KEPT),
                            night.count(Verdict.REVERTED),
                            night.count(Verdict.CRASHED));
        }

        public String verdict() {
            return switch (night.state()) {
                case IMPROVED -> "Improved.";
                case FIRST -> "First scores.";
                case FLAT -> night.count(Verdict.KEPT) == 0 ? "No gain." : "No new best.";
                case UNSCORED -> "Not scored.";
                case DID_NOT_RUN -> "Did not run.";
            };
        }

        /** What was spent on rounds that were not kept. */
        public String wasted() {
            var money = night.money();
            boolean all = money.wasted().usd().compareTo(money.all().usd()) == 0
                    && money.all().usd().signum() > 0;
            return all ? "all of it" : money.wasted().isKnown() ? Money.sum(money.wasted()) : Money.of(0.0);
        }

        public @Nullable Round bestKept() {
            return night.bestKept().orElse(null);
        }

        /** How the run ended, in words; "" when no stop was sent. */
        public String ending(Times times) {
            return night.stops().isEmpty()
                    ? ""
                    : night.stops().stream()
                            .map(stop -> "at %s, %s"
                                    .formatted(
                                            times.clock(stop.at()),
                                            Objects.requireNonNullElse(stop.reason(), "no reason given")))
                            .collect(Collectors.joining("; ", "Stopped ", "."));
        }
    }

    static String named(@Nullable String project) {
        return project == null ? "no project" : project;
    }

    /** What all loops spent. */
    public Spent spent() {
        return morning.money().all();
    }

    /** What of it went into rounds that were not kept. */
    public Spent wasted() {
        return morning.money().wasted();
    }

    /** The board of money over the two days of the night. */
    public Links costBoard() {
        var date = morning.night().date();
        return Links.to("/boards/cost-per-kept").with("from", date).with("to", date.plusDays(1));
    }

    /** How long the bar of a failure mode is: by its money, where any is known. */
    public String width(FailureMode mode, FailureMode dearest) {
        var most = dearest.spent().usd().doubleValue();
        return most > 0
                ? Axis.percent(100 * mode.spent().usd().doubleValue() / most)
                : share(
                        mode.rounds(),
                        morning.failureModes().stream()
                                .mapToLong(FailureMode::rounds)
                                .max()
                                .orElse(0));
    }

    /** Where the night before and after are. */
    public Links nightLink(int days) {
        return Links.to("/").with("night", morning.night().date().plusDays(days));
    }

    public Links nightRounds() {
        return Links.to("/rounds").with("night", morning.night().date());
    }

    public long escalations() {
        return morning.loops().stream()
                .mapToLong(loop -> loop.counts().escalations())
                .sum();
    }

    public long anomalies() {
        return morning.loops().stream()
                .mapToLong(loop -> loop.counts().anomalies())
                .sum();
    }

    public long calls() {
        return morning.loops().stream().mapToLong(loop -> loop.counts().calls()).sum();
    }

    public long failedCalls() {
        return morning.loops().stream()
                .mapToLong(loop -> loop.counts().failedCalls())
                .sum();
    }

    public List<LoopNight.Regression> regressions() {
        return morning.loops().stream()
                .flatMap(loop -> loop.regressions().stream())
                .toList();
    }

    public long regressionCount() {
        return regressions().stream()
                .mapToLong(LoopNight.Regression::regressions)
                .sum();
    }

    /** {@code dim_privacy −0.050}, the first few; then those that name no dimension. */
    public String regressed() {
        var named = regressions().stream()
                .filter(regression -> regression.dim() != null)
                .map(regression -> regression.dim() + fall(regression))
                .distinct()
                .limit(4);
        long nameless = regressions().stream()
                .filter(regression -> regression.dim() == null && regression.onlyCase() == null)
                .mapToLong(LoopNight.Regression::regressions)
                .sum();
        var cases = regressions().stream()
                .filter(regression -> regression.dim() == null && regression.onlyCase() != null)
                .map(regression -> regression.onlyCase() + fall(regression));
        var rest = nameless == 0 ? Stream.<String>of() : Stream.of(nameless + " without a dimension");
        return Stream.of(named, cases, rest).flatMap(texts -> texts).collect(Collectors.joining(", "));
    }

    private static String fall(LoopNight.Regression regression) {
        return regression.delta() == null ? "" : " " + new Score(null).delta(regression.delta());
    }

    /** The loops whose code did not change this night. */
    public List<String> unchanged() {
        return loops.stream()
                .filter(loop -> loop.night().ran())
                .filter(loop -> morning.changes().stream()
                        .noneMatch(change -> change instanceof Change.Code code
                                && Objects.equals(code.project(), loop.night().project())))
                .map(Loop::name)
                .toList();
    }

    /** The loops that have rounds this night. */
    public List<Loop> ran() {
        return loops.stream().filter(loop -> loop.night().ran()).toList();
    }

    /** The night of the last round before this one. */
    public Links lastNight() {
        var last = morning.lastRun();
        return last == null
                ? Links.to("/")
                : Links.to("/").with("night", Night.of(last, times.zone()).date());
    }

    /** The rounds of the night that a failure mode stopped. */
    public Links failed(FailureMode mode) {
        return mode.name() == null
                ? nightRounds().with("no", "failure")
                : nightRounds().with("failure", mode.name());
    }

    /** How long a bar of the funnel is, of its cell. */
    public String width(Leak funnel, int step) {
        return share(step < 0 ? 0 : funnel.reached().get(step), funnel.reached().getFirst());
    }

    public String share(long part, long whole) {
        return Axis.percent(whole == 0 ? 0 : 100.0 * part / whole);
    }

    /** Whose failure it is, in a word or two. */
    public String loopsOf(FailureMode mode) {
        int ran = ran().size();
        if (mode.projects().size() == ran && ran > 1) {
            return ran == 2 ? "both" : "all " + Count.word(ran).toLowerCase(Locale.ROOT);
        }
        return mode.projects().stream()
                .map(name -> name.isEmpty() ? "no project" : name)
                .collect(Collectors.joining(", "));
    }
}
