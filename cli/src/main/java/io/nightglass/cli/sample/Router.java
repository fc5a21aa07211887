package io.nightglass.cli.sample;

import io.nightglass.catalog.event.TokenMachineRequest;
import io.nightglass.catalog.event.TokenMachineTeamSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The router in front of some of the calls: it says what it served, in its own words and with its own money. */
final class Router {
    private final Scribe scribe;
    private final Dice dice;
    private String policy = "rules-12";
    private int served;
    private double money;
    private double quality;

    Router(Scribe scribe, Dice dice) {
        this.scribe = scribe;
        this.dice = dice;
    }

    void follow(String policyVersion) {
        policy = policyVersion;
    }

    /** An id both sides will carry, for somewhat more than half of the calls; the rest must be paired by likeness. */
    @Nullable
    String requestId() {
        served++;
        return dice.chance(0.55) ? "req-" + scribe.ulid().substring(10) : null;
    }

    /** The summary since the last one. */
    TokenMachineTeamSummary sumUp() {
        var summary = new TokenMachineTeamSummary(
                served,
                Rounded.to(4, money),
                served == 0 ? null : Rounded.to(3, quality / served),
                scribe.distinctId("explorer"),
                scribe.distinctId("planner"),
                dice.chance(0.3) ? List.of("gtm.rewrite") : List.of());
        served = 0;
        money = 0;
        quality = 0;
        return summary;
    }

    void report(Call call, @Nullable String requestId) {
        double grade = Rounded.to(3, Math.clamp(dice.bell(call.model() == Model.LOCAL ? 0.66 : 0.83, 0.06), 0, 1));
        var tokens = call.tokens();
        var cost = call.model().cost(tokens.input(), tokens.output());
        quality += grade;
        money += cost == null ? 0 : cost;
        scribe.sayOutside(
                call.agent(),
                new TokenMachineRequest(
                        scribe.distinctId(call.agent()),
                        requestId,
                        call.work().taskType(),
                        call.model().name(),
                        Model.LARGE.name(),
                        policy,
                        tokens.input(),
                        tokens.output(),
                        cost,
                        Model.LARGE.cost(tokens.input(), tokens.output()),
                        grade,
                        letter(grade),
                        "grades-3",
                        dice.chance(0.2) ? "unknown" : grade > 0.7 ? "pass" : "fail",
                        Rounded.to(1, call.seconds() * 1_000 + dice.between(2.0, 9.0))));
    }

    private static String letter(double quality) {
        if (quality >= 0.9) {
            return "A";
        }
        if (quality >= 0.8) {
            return "B";
        }
        return quality >= 0.7 ? "C" : "D";
    }
}
