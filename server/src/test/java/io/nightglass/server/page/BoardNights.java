package io.nightglass.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nightglass.server.LivePane;
import java.nio.file.Path;

/** Two nights with something for every board, and with what numbers trip over: no project, no reason, no price, no round. */
final class BoardNights {
    private BoardNights() {}

    static LivePane open(Path folder) {
        var pane = LivePane.open(folder);
        var sent = pane.post(
                "/batch",
                LivePane.batch(
                        score("r1", "2025-12-30T23:00:00Z", "\"dim_near\":0.6996,\"dim_far\":0.91"),
                        score("r2", "2025-12-31T01:00:00Z", "\"dim_far\":0.5"),
                        score("r2", "2025-12-31T01:30:00Z", "\"dim_far\":0.6"),
                        score("r3", "2025-12-31T23:00:00Z", "\"dim_far\":0.7,\"dim_consent\":0.12"),
                        round("round_started", "gtm", "r1", "2025-12-30T22:50:00Z", "\"direction\":\"maximize\""),
                        round("round_kept", "gtm", "r1", "2025-12-30T23:10:00Z", "\"cost_usd\":1.25"),
                        round("round_kept", "gtm", "r2", "2025-12-31T01:40:00Z", "\"cost_usd\":0.75"),
                        round(
                                "round_reverted",
                                "gtm",
                                "r3",
                                "2025-12-31T23:20:00Z",
                                "\"cost_usd\":2.5,\"failure_mode\":\"dimension_regressed\""),
                        round("stop_triggered", "gtm", "", "2025-12-31T02:00:00Z", "\"reason\":\"plateau\""),
                        round("stop_triggered", "gtm", "", "2025-12-31T02:05:00Z", "\"reason\":\"plateau\""),
                        round("stop_triggered", "auto", "", "2025-12-31T02:00:00Z", "\"reason\":\"budget\""),
                        round("stop_triggered", "", "", "2025-12-31T23:59:00Z", "\"x\":1"),
                        round(
                                "model_escalated",
                                "gtm",
                                "r1",
                                "2025-12-30T23:01:00Z",
                                "\"from_model\":\"s\",\"to_model\":\"l\""),
                        round(
                                "model_escalated",
                                "gtm",
                                "r1",
                                "2025-12-30T23:02:00Z",
                                "\"from_model\":\"s\",\"to_model\":\"l\""),
                        round("model_escalated", "gtm", "", "2025-12-31T01:02:00Z", "\"to_model\":\"l\""),
                        call("r1", "2025-12-30T23:03:00Z", "write", "s", "\"cost_usd\":0.4,\"quality_score\":0.8"),
                        call("r2", "2025-12-31T01:03:00Z", "write", "l", "\"cost_usd\":0.9,\"quality_score\":0.6"),
                        call("r3", "2025-12-31T23:03:00Z", "judge", "s", "\"quality_score\":0.4"),
                        call("r3", "2025-12-31T23:04:00Z", "write", "s", "\"quality_score\":0.7"),
                        """
                        {"event":"token_machine.anomaly","distinct_id":"gtm:acme:a","timestamp":"2025-12-31T23:05:00Z",
                         "properties":{"type":"wrong_model","user_id":"gtm:acme:a","task_type":"judge",
                         "recommendation":"back to s"}}"""));
        assertEquals(200, sent.statusCode(), sent.body());
        return pane;
    }

    private static String score(String round, String at, String dims) {
        return round("round_scored", "gtm-autoresearch", round, at, "\"score\":0.5," + dims);
    }

    private static String call(String round, String at, String task, String model, String more) {
        return round(
                "token_machine.request",
                "gtm",
                round,
                at,
                "\"task_type\":\"%s\",\"model_used\":\"%s\",%s".formatted(task, model, more));
    }

    private static String round(String event, String project, String round, String at, String more) {
        return """
                {"event":"%s","distinct_id":"loop","timestamp":"%s","properties":{%s%s%s}}""".formatted(
                        event,
                        at,
                        project.isEmpty() ? "" : "\"project\":\"%s\",".formatted(project),
                        round.isEmpty() ? "" : "\"round_id\":\"%s\",".formatted(round),
                        more);
    }

    /** @return its id */
    static long note(LivePane pane, String at, String content) {
        var made = pane.post(
                "/api/projects/@current/annotations/",
                "{\"content\":\"%s\",\"date_marker\":\"%s\",\"scope\":\"project\"}".formatted(content, at),
                "Authorization",
                "Bearer " + LivePane.PERSONAL,
                "Content-Type",
                "application/json");
        assertEquals(201, made.statusCode(), made.body());
        return LivePane.json(made).path("id").asLong();
    }
}
