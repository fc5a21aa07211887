package io.nightglass.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.store.StoreException;
import io.nightglass.store.StoreProblem;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a pane begins and ends, and who may look at it from outside. */
class ServerWalk {
    @TempDir
    private Path folder;

    @Test
    void answersWhatIsUnderWayBeforeItStops() throws Exception {
        var pane = LivePane.open(folder);
        var arrived = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        pane.store().holdAppends(arrived, goOn);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answer =
                    threads.submit(() -> pane.post("/e/", LivePane.batch("{\"event\":\"e\",\"distinct_id\":\"u\"}")));
            assertTrue(arrived.await(20, TimeUnit.SECONDS));
            long start = System.nanoTime();
            var closed = threads.submit(pane::close);
            assertTrue(!goOn.await(500, TimeUnit.MILLISECONDS), "nobody else lets it go on");
            goOn.countDown();
            assertEquals(200, answer.get().statusCode());
            closed.get();
            assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(20), "SIGTERM ends within 20 s");
        }
        try (var again = LivePane.open(folder)) {
            assertEquals(1, events(again));
        }
    }

    @Test
    void keepsAnEventOnceAcrossARestartHoweverItsUuidIsSpelled() {
        String event = "{\"event\":\"e\",\"distinct_id\":\"u\",\"uuid\":\"%s\"}";
        String uuid = "0199a0b0-0000-7000-8000-00000000abcd";
        try (var pane = LivePane.open(folder)) {
            assertEquals(
                    200,
                    pane.post("/batch/", LivePane.batch(event.formatted(uuid))).statusCode());
        }
        try (var pane = LivePane.open(folder)) {
            for (var spelling :
                    List.of(uuid, uuid.toUpperCase(Locale.ROOT), uuid.replace("-", ""), "urn:uuid:" + uuid)) {
                var again = LivePane.batch(event.formatted(spelling));
                assertEquals(200, pane.post("/batch/", again).statusCode());
                assertEquals(200, pane.post("/i/v0/ai/batch/", again).statusCode());
            }
            assertEquals(1, events(pane));
            pane.post("/e/", LivePane.batch(event.formatted(uuid.replace('d', 'e'))));
            assertEquals(2, events(pane), "another uuid is another event");
        }
    }

    private static int events(LivePane pane) {
        var count = pane.post(
                "/api/projects/@current/query/",
                "{\"query\":{\"kind\":\"HogQLQuery\",\"query\":\"SELECT count() FROM events\"}}",
                "Authorization",
                "Bearer " + LivePane.PERSONAL);
        return LivePane.json(count).path("results").path(0).path(0).asInt();
    }

    @Test
    void opensAFolderOnceAndSaysWhoHasIt() {
        try (var pane = LivePane.open(folder)) {
            var problem = assertThrows(StoreException.class, () -> LivePane.open(folder))
                    .problem();
            assertTrue(problem instanceof StoreProblem.FolderTaken, problem.toString());
            assertEquals(200, pane.get("/_health").statusCode());
        }
    }

    @Test
    void isReadyOnlyWhileTheStoreAnswers() {
        try (var pane = LivePane.open(folder)) {
            for (var path : List.of("/_health", "/_readyz", "/_livez", "/_health/")) {
                assertEquals(200, pane.get(path).statusCode(), path);
            }
            pane.store().close();
            for (var path : List.of("/_health", "/_readyz")) {
                var answer = pane.get(path);
                assertEquals(503, answer.statusCode(), path);
                assertEquals(
                        "the store failed: the store is closed",
                        LivePane.json(answer).path("reason").asString(),
                        answer.body());
            }
            assertEquals(200, pane.get("/_livez").statusCode(), "the process lives all the same");
        }
    }

    @Test
    void asksForThePersonalKeyOnPagesWhenOthersCanReachIt() throws Exception {
        var config = new Config("0.0.0.0", 0, folder, "phc_a", "phx_b", ZoneId.of("UTC"), InstantSource.system());
        try (var server = Server.open(config)) {
            assertEquals(401, status(server, "/anything", ""));
            assertEquals(401, status(server, "/anything", "Basic YTpwaHhfYw==")); // a:phx_c
            assertEquals(404, status(server, "/anything", "Basic YTpwaHhfYg==")); // a:phx_b
            assertEquals(200, status(server, "/_health", ""));
        }
    }

    private static int status(Server server, String path, String authorization) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
