package io.nightglass.server;

import io.nightglass.store.EventRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real server over real HTTP, on a free port, with a clock that stands still at {@link #NOW}. */
public final class LivePane implements AutoCloseable {
    public static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    public static final String KEY = "phc_test";
    public static final String PERSONAL = "phx_test";
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final WatchedStore store;
    private final Server server;

    private LivePane(Path folder, InstantSource clock) {
        var config = new Config("127.0.0.1", 0, folder, KEY, PERSONAL, ZoneId.of("UTC"), clock);
        var storage = TestStorage.open(config);
        store = new WatchedStore(storage.events());
        server = Server.open(config, new Storage(store, storage.metadata()));
    }

    /** A pane whose clock stands still. */
    public static LivePane open(Path folder) {
        return new LivePane(folder, InstantSource.fixed(NOW));
    }

    /** A pane that thinks it is another time. */
    public static LivePane open(Path folder, InstantSource clock) {
        return new LivePane(folder, clock);
    }

    /** A pane whose clock runs. */
    public static LivePane openNow(Path folder) {
        return new LivePane(folder, InstantSource.system());
    }

    public URI address() {
        return server.address();
    }

    public WatchedStore store() {
        return store;
    }

    public List<EventRow> rows() {
        return store.rows();
    }

    /** The one row kept. */
    public EventRow row() {
        var rows = rows();
        if (rows.size() != 1) {
            throw new AssertionError("expected one row, found " + rows.size());
        }
        return rows.getFirst();
    }

    public HttpResponse<String> post(String path, String body, String... headers) {
        return post(path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public HttpResponse<String> post(String path, byte[] body, String... headers) {
        return send(request(path, headers).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address() + path)).timeout(Duration.ofSeconds(60));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    /** One event in a batch, with the key. */
    public static String batch(String... events) {
        return "{\"api_key\":\"%s\",\"batch\":[%s]}".formatted(KEY, String.join(",", events));
    }

    public static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    public static byte[] gzip(String text) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Override
    public void close() {
        server.close();
    }
}
