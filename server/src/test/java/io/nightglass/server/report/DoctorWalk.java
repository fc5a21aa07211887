package io.nightglass.server.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.boards.doctor.Doctor;
import io.nightglass.server.LivePane;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the doctor finds, over REST and on the health page. */
class DoctorWalk {
    private static final String ROUND = "01KRMACZ30N5XGJCBK1T1ZQY98";

    @TempDir
    private Path folder;

    /** A kept round that says neither its start nor its score, in a run whose name would clear a terminal. */
    private LivePane withALostStart() {
        var pane = LivePane.open(folder);
        pane.post("/batch", LivePane.batch("""
                {"event":"round_kept","distinct_id":"p:c:a","timestamp":"2025-12-31T02:00:00Z","properties":
                 {"project":"p","client":"c","agent":"a","run_id":"run\\u001b[2J1","round_id":"%s","delta":0.1}}""".formatted(ROUND)));
        return pane;
    }

    private static HttpResponse<String> doctor(LivePane pane, String format) {
        return pane.get(
                "/api/projects/@current/doctor/?format=" + format, "Authorization", "Bearer " + LivePane.PERSONAL);
    }

    @Test
    void aFindingHasCountExampleAndAdviceInJsonTextAndOnTheHealthPage() {
        try (var pane = withALostStart()) {
            var answer = LivePane.json(doctor(pane, "json"));
            assertEquals(Doctor.ids().size(), answer.path("looked_for").asInt());
            var lost = answer.path("findings")
                    .valueStream()
                    .filter(finding -> finding.path("pitfall").asString().equals("events-lost"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(1, lost.path("count").asInt());
            assertEquals(ROUND, lost.path("round_id").asString());
            assertTrue(lost.path("advice").asString().contains("Flush"), lost.toString());

            var text = doctor(pane, "text").body();
            assertTrue(text.contains("events-lost: ") && text.contains("nightglass trace " + ROUND), text);
            assertFalse(text.contains("\u001b"), "data moves no cursor");

            var page = pane.get("/health").body();
            assertTrue(page.contains("<code>events-lost</code>"), page);
            assertTrue(page.contains("href=\"/rounds/" + ROUND + "\""), page);
        }
    }

    @Test
    void anEmptyPaneHasNoPitfalls() {
        try (var pane = LivePane.open(folder)) {
            assertEquals(
                    "None of the %d pitfalls is in the events kept.%n"
                            .formatted(Doctor.ids().size()),
                    doctor(pane, "text").body());
        }
    }

    @Test
    void anUnknownFormatSaysWhichThereAre() {
        try (var pane = LivePane.open(folder)) {
            var refused = doctor(pane, "xml");
            assertEquals(400, refused.statusCode());
            assertTrue(refused.body().contains("ask for json or text"), refused.body());
        }
    }
}
