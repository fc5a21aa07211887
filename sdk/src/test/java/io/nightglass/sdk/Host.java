package io.nightglass.sdk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A PostHog-shaped host of the tests, that answers as it is told and remembers what it kept. */
public final class Host implements AutoCloseable {
    /** What it does with a request. */
    public enum Does {
        KEEP,
        /** Keeps, and hangs up before it answers. */
        KEEP_AND_HANG_UP,
        HANG_UP,
        SAY_408,
        SAY_429,
        SAY_503,
        SAY_401,
        SAY_413,
        SAY_400
    }

    private final HttpServer server;
    private final List<JsonNode> kept = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger requests = new AtomicInteger();
    private final Rule rule;

    /** What to do with the n-th request (from 0), which carries these events. */
    @FunctionalInterface
    public interface Rule {
        Does of(int request, List<JsonNode> events);
    }

    public Host(int port, Rule rule) {
        this.rule = rule;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/batch/", this::answer);
        server.setExecutor(Executors.newCachedThreadPool(run -> {
            var thread = new Thread(run);
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    /** One that does as the list says, request by request, and keeps everything after it. */
    public static Host doing(Does... list) {
        return new Host(0, (n, events) -> n < list.length ? list[n] : Does.KEEP);
    }

    /** One that decides by how many events come at once. */
    public static Host limiting(IntFunction<Does> bySize) {
        return new Host(0, (n, events) -> bySize.apply(events.size()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode body;
        try (var in = new GZIPInputStream(exchange.getRequestBody())) {
            body = JsonMapper.shared().readTree(in.readAllBytes());
        }
        var events = body.path("batch").valueStream().toList();
        var does = rule.of(requests.getAndIncrement(), events);
        if (does == Does.KEEP || does == Does.KEEP_AND_HANG_UP) {
            kept.addAll(events);
        }
        switch (does) {
            case KEEP -> respond(exchange, 200);
            case KEEP_AND_HANG_UP, HANG_UP -> exchange.close();
            case SAY_408 -> respond(exchange, 408);
            case SAY_429 -> {
                exchange.getResponseHeaders().add("Retry-After", "0");
                respond(exchange, 429);
            }
            case SAY_503 -> respond(exchange, 503);
            case SAY_401 -> respond(exchange, 401);
            case SAY_413 -> respond(exchange, 413);
            case SAY_400 -> respond(exchange, 400);
        }
    }

    private static void respond(HttpExchange exchange, int status) throws IOException {
        var text = "{\"status\":%d}".formatted(status).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, text.length);
        exchange.getResponseBody().write(text);
        exchange.close();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port());
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** All events it kept, in order, doubled ones twice. */
    public List<JsonNode> kept() {
        synchronized (kept) {
            return List.copyOf(kept);
        }
    }

    /** The values of property {@code n} of what it kept, each uuid once, as a pane does. */
    public List<Integer> numbers() {
        var uuids = new java.util.HashSet<String>();
        return kept().stream()
                .filter(event -> uuids.add(event.path("uuid").asString()))
                .map(event -> event.path("properties").path("n").asInt())
                .toList();
    }

    public int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
