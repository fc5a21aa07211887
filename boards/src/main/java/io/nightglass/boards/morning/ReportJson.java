package io.nightglass.boards.morning;

import io.nightglass.catalog.Verdict;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The morning report as JSON, for the agent that begins the next night. */
public final class ReportJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private ReportJson() {}

    /** {@code {"night","time_zone","projects":[...]}}, a project for each that has anything in the night. */
    public static ObjectNode of(Morning morning) {
        var json = JSON.createObjectNode();
        json.put("night", morning.night().date().toString());
        json.put("time_zone", morning.night().zone().getId());
        var projects = json.putArray("projects");
        morning.inNight().forEach(loop -> projects.add(project(loop, morning.changes())));
        return json;
    }

    private static ObjectNode project(LoopNight loop, List<Change> changes) {
        var json = JSON.createObjectNode();
        json.put("project", loop.project());
        rounds(json, loop);
        score(json, loop.best());
        money(json, loop);
        leak(json, loop);
        var modes = json.putArray("failure_modes");
        loop.failureModes().forEach(mode -> modes.add(failureMode(mode)));
        json.put("escalations", loop.counts().escalations());
        json.set("stop_reasons", stops(loop.stops()));
        var regressions = json.putArray("regressions");
        loop.regressions()
                .forEach(one -> regressions
                        .addObject()
                        .put("dim", one.dim())
                        .put("regressions", one.regressions())
                        .put("worst_delta", one.delta()));
        json.put("anomalies", loop.counts().anomalies());
        json.put("failed_calls", loop.counts().failedCalls());
        json.put("calls", loop.counts().calls());
        var changed = json.putArray("changes");
        changes.stream()
                .filter(change -> concerns(change, loop))
                .map(ReportJson::change)
                .forEach(changed::add);
        return json;
    }

    private static void rounds(ObjectNode json, LoopNight loop) {
        json.put("rounds", loop.rounds().size());
        for (var verdict : Verdict.values()) {
            json.put(verdict.wire(), loop.count(verdict));
        }
    }

    private static void score(ObjectNode json, Best best) {
        json.put("best_before", best.before());
        json.put("best_after", best.after());
        json.put("delta", best.delta());
        json.put("direction", best.direction().wire());
        json.put("metric", best.metric());
    }

    private static void money(ObjectNode json, LoopNight loop) {
        var money = loop.money();
        json.put("cost_usd", money.all().usd());
        json.put("cost_per_kept", loop.costPerKept());
        json.put("wasted_usd", money.wasted().usd());
        json.put("unknown_cost_calls", money.all().unpriced());
        json.put("cost_is_at_least", money.all().isAtLeast());
    }

    private static void leak(ObjectNode json, LoopNight loop) {
        json.putNull("leak");
        loop.funnel()
                .worst()
                .ifPresent(
                        lost -> json.putObject("leak").put("step", lost.step()).put("lost", lost.lost()));
    }

    private static ObjectNode failureMode(FailureMode mode) {
        return JSON.createObjectNode()
                .put("failure_mode", mode.name())
                .put("rounds", mode.rounds())
                .put("cost_usd", mode.spent().usd())
                .put("cost_is_at_least", mode.spent().isAtLeast());
    }

    private static ArrayNode stops(List<Stop> stops) {
        var json = JSON.createArrayNode();
        Stop.byReason(stops)
                .forEach(reason ->
                        json.addObject().put("reason", reason.reason()).put("stops", reason.stops()));
        return json;
    }

    /** An annotation is of the whole pane, other code of one loop. */
    public static boolean concerns(Change change, LoopNight loop) {
        return switch (change) {
            case Change.Annotated note -> true;
            case Change.Code code -> Objects.equals(code.project(), loop.project());
        };
    }

    private static ObjectNode change(Change change) {
        var json = JSON.createObjectNode();
        switch (change) {
            case Change.Annotated note ->
                json.put("kind", "annotation")
                        .put("at", note.at().toString())
                        .put("content", note.content())
                        .put("author", note.author());
            case Change.Code code ->
                json.put("kind", "git_sha")
                        .put("at", code.at().toString())
                        .put("from", code.from())
                        .put("to", code.to());
        }
        return json;
    }
}
