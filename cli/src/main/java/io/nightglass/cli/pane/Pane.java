package io.nightglass.cli.pane;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A running pane. Blocking; safe to share between threads.
 *
 * @param host base address, e.g. {@code http://127.0.0.1:8000}
 * @param projectKey for sending events ({@code phc_})
 * @param personalKey for asking questions ({@code phx_})
 */
public record Pane(URI host, String projectKey, String personalKey) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /**
     * Sends {@code events}, each shaped as {@code WireEvent.toJson()}, as one batch that is kept whole or not at all. No
     * {@code sent_at} goes with it: the times are those of a log, and no clock of ours is to move them.
     *
     * @throws PaneException when nothing of it was kept
     */
    public void send(List<ObjectNode> events) {
        var body = JSON.createObjectNode();
        body.put("api_key", projectKey);
        body.put("historical_migration", true);
        body.set("batch", JSON.createArrayNode().addAll(events));
        var request = HttpRequest.newBuilder(host.resolve("/batch/"))
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(gzip(JSON.writeValueAsBytes(body))))
                .timeout(Duration.ofSeconds(60));
        answer(request);
    }

    /** The response of {@code POST /api/projects/@current/query/} for a HogQL text. */
    public JsonNode query(String hogql) {
        var body = JSON.createObjectNode();
        body.putObject("query").put("kind", "HogQLQuery").put("query", hogql);
        return JSON.readTree(answer(asked("/api/projects/@current/query/")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))));
    }

    /** The JSON at {@code path} (with its query string), asked with the personal key. */
    public JsonNode get(String path) {
        return JSON.readTree(answer(asked(path).GET()));
    }

    /** The text at {@code path}: a page, or a part of one. */
    public String look(String path) {
        return answer(asked(path).GET());
    }

    /** Marks a moment: a vertical line on every time chart. */
    public void annotate(Instant at, String content) {
        annotate(at.toString(), content, null);
    }

    /**
     * The same, and what was kept.
     *
     * @param at a time as the pane reads it; null is now
     * @param author null when nobody is to be named
     * @throws PaneException when it was not kept
     */
    public JsonNode annotate(@Nullable String at, String content, @Nullable String author) {
        var body = JSON.createObjectNode();
        body.put("content", content)
                .put("scope", "project")
                .put("date_marker", at)
                .put("author", author);
        return JSON.readTree(answer(asked("/api/projects/@current/annotations/")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))));
    }

    private HttpRequest.Builder asked(String path) {
        return HttpRequest.newBuilder(host.resolve(path))
                .header("Authorization", "Bearer " + personalKey)
                .timeout(Duration.ofMinutes(2));
    }

    private String answer(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 == 2) {
                return response.body();
            }
            throw new PaneException(
                    refusal(response.statusCode(), response.body()), null, response.statusCode() == 400);
        } catch (IOException e) {
            throw new PaneException(
                    "no pane answers at %s; start one with ./nightglass serve, or set POSTHOG_HOST".formatted(host), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PaneException("interrupted while waiting for " + host, e);
        }
    }

    private String refusal(int status, String body) {
        String detail = body;
        try {
            var json = JSON.readTree(body);
            detail = json.path("detail").asString(body);
        } catch (RuntimeException e) {
            detail = body; // v0 capture errors are plain text
        }
        if (status == 401 || status == 403) {
            return "%s refused the key: %s; set POSTHOG_API_KEY and POSTHOG_PERSONAL_API_KEY".formatted(host, detail);
        }
        return detail.isBlank() ? "%s answered %d and nothing more".formatted(host, status) : detail;
    }

    private static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream(bytes.length / 4 + 64);
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
