package io.nightglass.server.sdk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers as OpenAI and Anthropic answer, plain and streamed: always the same words and the same tokens. A prompt that says
 * "busy once" hears 429 the first time, one that says "always busy" each time; a stream asked to "break" is cut off.
 */
final class FakeModels implements AutoCloseable {
    private static final String OPENAI_USAGE = """
            {"prompt_tokens":1000,"completion_tokens":500,"total_tokens":1500,"prompt_tokens_details":{"cached_tokens":400},\
            "completion_tokens_details":{"reasoning_tokens":100}}""";
    private static final String ANTHROPIC_USAGE = """
            {"input_tokens":1000,"output_tokens":500,"cache_read_input_tokens":2000,"cache_creation_input_tokens":400}""";
    private static final String TOOL = """
            {"id":"call_1","type":"function","function":{"name":"apply_diff","arguments":"{\\"lines\\":3}"}}""";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    private FakeModels(HttpServer server) {
        this.server = server;
    }

    static FakeModels open() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var models = new FakeModels(server);
        server.setExecutor(models.threads);
        server.createContext("/", models::answer);
        server.start();
        return models;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            var body = call.getRequestBody().readAllBytes();
            var asked = JsonMapper.shared().readTree(body);
            var prompt = asked.path("messages").toString() + asked.path("input");
            var path = call.getRequestURI().getPath();
            if (prompt.contains("always busy") || (prompt.contains("busy once") && refused.add(path + prompt))) {
                busy(call);
            } else if (asked.path("stream").asBoolean(false)) {
                stream(call, chunks(path, asked), prompt.contains("break"));
            } else {
                reply(call, 200, "application/json", plain(path, asked));
            }
        }
    }

    /** The SDKs wait as long as they are told before they try again. */
    private static void busy(HttpExchange call) throws IOException {
        call.getResponseHeaders().add("retry-after-ms", "1");
        reply(call, 429, "application/json", """
                {"type":"error","error":{"type":"rate_limit_error","code":"rate_limit_exceeded","message":"slow down"}}""");
    }

    private static void reply(HttpExchange call, int status, String type, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Content-Type", type);
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
    }

    /** A stream that breaks ends before as many bytes have come as were promised. */
    private static void stream(HttpExchange call, List<String> chunks, boolean breaks) throws IOException {
        if (!breaks) {
            reply(call, 200, "text/event-stream", String.join("", chunks));
            return;
        }
        var half = String.join("", chunks.subList(0, chunks.size() / 2)).getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Content-Type", "text/event-stream");
        call.sendResponseHeaders(200, half.length + 100_000L);
        call.getResponseBody().write(half);
        call.getResponseBody().flush();
    }

    private static String plain(String path, JsonNode asked) {
        var model = asked.path("model").stringValue();
        boolean tools = !asked.path("tools").isEmpty();
        if (path.endsWith("/embeddings")) {
            return """
                    {"object":"list","model":"%s","data":[{"object":"embedding","index":0,"embedding":[0.5,0.25]}],\
                    "usage":{"prompt_tokens":1000,"total_tokens":1000}}""".formatted(model);
        }
        if (path.endsWith("/responses")) {
            return """
                    {"id":"resp_1","object":"response","created_at":1,"status":"completed","model":"%s","output":[{"type":"message",\
                    "id":"msg_1","status":"completed","role":"assistant","content":[{"type":"output_text","text":"hello",\
                    "annotations":[]}]}],"usage":{"input_tokens":1000,"input_tokens_details":{"cached_tokens":400},\
                    "output_tokens":500,"output_tokens_details":{"reasoning_tokens":100},"total_tokens":1500}}""".formatted(model);
        }
        if (path.endsWith("/messages")) {
            return """
                    {"id":"msg_1","type":"message","role":"assistant","model":"%s","content":[%s],"stop_reason":"%s",\
                    "stop_sequence":null,"usage":%s}""".formatted(
                            model,
                            tools
                                    ? "{\"type\":\"tool_use\",\"id\":\"call_1\",\"name\":\"apply_diff\",\"input\":{\"lines\":3}}"
                                    : "{\"type\":\"text\",\"text\":\"hello\"}",
                            tools ? "tool_use" : "end_turn",
                            ANTHROPIC_USAGE);
        }
        return """
                {"id":"chatcmpl-1","object":"chat.completion","created":1,"model":"%s","choices":[{"index":0,"message":\
                {"role":"assistant","content":%s},"finish_reason":"%s"}],"usage":%s}""".formatted(
                        model,
                        tools ? "null,\"tool_calls\":[%s]".formatted(TOOL) : "\"hello\"",
                        tools ? "tool_calls" : "stop",
                        OPENAI_USAGE);
    }

    private static List<String> chunks(String path, JsonNode asked) {
        var model = asked.path("model").stringValue();
        if (path.endsWith("/messages")) {
            return events(
                    """
                    {"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","model":"%s","content":[],\
                    "stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":1000,"output_tokens":1,\
                    "cache_read_input_tokens":2000,"cache_creation_input_tokens":400}}}""".formatted(model),
                    "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}",
                    "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"hel\"}}",
                    "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"lo\"}}",
                    "{\"type\":\"content_block_stop\",\"index\":0}",
                    """
                    {"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},"usage":{"output_tokens":500}}""",
                    "{\"type\":\"message_stop\"}");
        }
        var chunks = List.of(
                chunk(
                        model,
                        "{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"hel\"},\"finish_reason\":null}",
                        ""),
                chunk(model, "{\"index\":0,\"delta\":{\"content\":\"lo\"},\"finish_reason\":null}", ""),
                chunk(model, "{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}", ""),
                chunk(model, "", ",\"usage\":" + OPENAI_USAGE),
                "[DONE]");
        return chunks.stream().map("data: %s\n\n"::formatted).toList();
    }

    private static String chunk(String model, String choice, String usage) {
        return """
                {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1,"model":"%s","choices":[%s]%s}""".formatted(model, choice, usage);
    }

    private static List<String> events(String... events) {
        return List.of(events).stream()
                .map(event -> "event: %s\ndata: %s\n\n"
                        .formatted(
                                JsonMapper.shared().readTree(event).path("type").stringValue(), event))
                .collect(Collectors.toList());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
