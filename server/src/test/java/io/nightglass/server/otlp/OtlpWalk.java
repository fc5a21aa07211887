package io.nightglass.server.otlp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import io.nightglass.server.Asked;
import io.nightglass.server.LivePane;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Traces of OpenTelemetry over HTTP, in both forms. */
class OtlpWalk {
    private static final String TRACE = "5b8efff798038103d269b633813fc60c";
    private static final String JSON = """
            {"resourceSpans":[{"resource":{"attributes":[
               {"key":"service.name","value":{"stringValue":"loop"}},
               {"key":"posthog.distinct_id","value":{"stringValue":"gtm:acme:planner"}}]},
             "scopeSpans":[{"scope":{"name":"s"},"spans":[
              {"traceId":"5B8EFFF798038103D269B633813FC60C","spanId":"EEE19B7EC3C1B174","parentSpanId":"EEE19B7EC3C1B173",
               "name":"chat gpt-4o","kind":3,"startTimeUnixNano":"1767258000000000000","endTimeUnixNano":"1767258001500000000",
               "attributes":[
                {"key":"gen_ai.operation.name","value":{"stringValue":"chat"}},
                {"key":"gen_ai.provider.name","value":{"stringValue":"openai"}},
                {"key":"gen_ai.request.model","value":{"stringValue":"gpt-4o"}},
                {"key":"gen_ai.request.temperature","value":{"doubleValue":0.5}},
                {"key":"gen_ai.usage.input_tokens","value":{"intValue":"1000"}},
                {"key":"gen_ai.usage.output_tokens","value":{"intValue":500}},
                {"key":"gen_ai.response.finish_reasons","value":{"arrayValue":{"values":[{"stringValue":"stop"}]}}},
                {"key":"gen_ai.input.messages","value":{"stringValue":"[{\\"role\\":\\"user\\",\\"parts\\":[]}]"}},
                {"key":"round_id","value":{"stringValue":"01JROUND"}}],
               "status":{"code":2,"message":"too slow"}}]}]}]}""";

    @TempDir
    private Path folder;

    private LivePane pane;

    @BeforeEach
    void open() {
        pane = LivePane.open(folder);
    }

    @AfterEach
    void close() {
        pane.close();
    }

    private HttpResponse<String> json(String path, String body) {
        return pane.post(path, body, "Content-Type", "application/json", "Authorization", "Bearer " + LivePane.KEY);
    }

    private HttpResponse<byte[]> protobuf(byte[] body, String... headers) throws IOException, InterruptedException {
        var request = pane.request("/v1/traces", headers)
                .header("Content-Type", "application/x-protobuf")
                .header("Authorization", "Bearer " + LivePane.KEY)
                .POST(java.net.http.HttpRequest.BodyPublishers.ofByteArray(body));
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static String type(HttpResponse<?> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    private static KeyValue attribute(String key, String text) {
        return KeyValue.newBuilder()
                .setKey(key)
                .setValue(AnyValue.newBuilder().setStringValue(text))
                .build();
    }

    private static Span.Builder span(int number) {
        return Span.newBuilder()
                .setTraceId(ByteString.copyFrom(HexFormat.of().parseHex(TRACE)))
                .setSpanId(ByteString.copyFrom(HexFormat.of().parseHex("00000000000000%02x".formatted(number))))
                .setName("span " + number)
                .setStartTimeUnixNano(1_767_258_000_000_000_000L)
                .setEndTimeUnixNano(1_767_258_002_000_000_000L);
    }

    private static byte[] request(Span.Builder... spans) {
        var scope = ScopeSpans.newBuilder();
        Arrays.stream(spans).forEach(scope::addSpans);
        var resource = Resource.newBuilder().addAttributes(attribute("user.id", "gtm:acme:coder"));
        return ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(
                        ResourceSpans.newBuilder().setResource(resource).addScopeSpans(scope))
                .build()
                .toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/i/v0/ai/otel", "/v1/traces", "/v1/traces/"})
    void aSpanOfACallIsAGenerationWithItsPrice(String path) {
        var answer = json(path, JSON);
        assertEquals("200 {}", answer.statusCode() + " " + answer.body());
        assertTrue(type(answer).startsWith("application/json"));
        var row = pane.row();
        var properties = row.properties();
        assertEquals(
                "$ai_generation gtm:acme:planner 2026-01-01T09:00:00Z",
                row.event() + " " + row.distinctId() + " " + row.timestamp());
        assertEquals("01JROUND", row.envelope().roundId());
        assertEquals(TRACE, properties.path("$ai_trace_id").asString());
        assertEquals("eee19b7ec3c1b174", properties.path("$ai_span_id").asString());
        assertEquals("eee19b7ec3c1b173", properties.path("$ai_parent_id").asString());
        assertEquals("gpt-4o", properties.path("$ai_model").asString());
        assertEquals("openai", properties.path("$ai_provider").asString());
        assertEquals(1000, properties.path("$ai_input_tokens").intValue());
        assertEquals(500, properties.path("$ai_output_tokens").intValue());
        assertEquals(1.5, properties.path("$ai_latency").doubleValue());
        assertEquals("stop", properties.path("$ai_stop_reason").asString());
        assertEquals("user", properties.path("$ai_input").path(0).path("role").asString());
        assertEquals(
                "{\"temperature\":0.5}", properties.path("$ai_model_parameters").toString());
        assertTrue(properties.path("$ai_is_error").booleanValue());
        assertEquals("too slow", properties.path("$ai_error").asString());
        assertEquals("otel", properties.path("$ai_ingestion_source").asString());
        assertEquals(
                "1767258000000000000",
                properties.path("$otel_start_time_unix_nano").asString());
        assertEquals("loop", properties.path("service.name").asString(), "attributes stay");
        assertEquals("chat", properties.path("gen_ai.operation.name").asString(), "attributes stay");
        assertEquals(
                List.of("0.0075 list_price 01JROUND"),
                Asked.rows(pane, "SELECT cost_usd, provenance, round_id FROM costs"));
    }

    @Test
    void theSameSpanTwiceIsOneEventWhicheverWayItIsWritten() throws Exception {
        json("/v1/traces", JSON);
        json("/i/v0/ai/otel", JSON);
        var same = Span.newBuilder()
                .setTraceId(ByteString.copyFrom(HexFormat.of().parseHex(TRACE)))
                .setSpanId(ByteString.copyFrom(HexFormat.of().parseHex("eee19b7ec3c1b174")))
                .setName("the same");
        assertEquals(200, protobuf(request(same, span(1))).statusCode());
        assertEquals(List.of("2"), Asked.rows(pane, "SELECT count() FROM events"));
    }

    @Test
    void takesProtobufPlainAndPackedAndAnswersInIt() throws Exception {
        var plain = protobuf(request(
                span(1).addAttributes(attribute("gen_ai.operation.name", "embeddings")),
                span(2).setStatus(Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR))));
        assertEquals(200, plain.statusCode());
        assertEquals("application/x-protobuf", type(plain));
        assertArrayEquals(new byte[0], plain.body());
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(request(span(3)));
        }
        assertEquals(
                200, protobuf(packed.toByteArray(), "Content-Encoding", "gzip").statusCode());
        assertEquals(
                List.of("$ai_embedding", "$ai_span", "$ai_span"),
                pane.rows().stream().map(row -> row.event()).toList());
        assertEquals("gtm:acme:coder", pane.rows().getFirst().distinctId());
        assertTrue(pane.rows().get(1).properties().path("$ai_is_error").booleanValue());
    }

    @Test
    void keepsNothingOfABodyThatIsCutAnywhere() throws Exception {
        byte[] whole = request(span(1).addAttributes(attribute("a", "b")), span(2), span(3));
        for (int length = 1; length < whole.length; length++) {
            var answer = protobuf(Arrays.copyOf(whole, length));
            assertEquals(400, answer.statusCode(), "cut at " + length);
            assertEquals("application/x-protobuf", type(answer));
            assertEquals(8, answer.body()[0], "a google.rpc.Status begins with its code");
        }
        for (int length : new int[] {1, JSON.length() / 2, JSON.length() - 1}) {
            var answer = json("/v1/traces", JSON.substring(0, length));
            assertEquals(400, answer.statusCode());
            assertTrue(LivePane.json(answer).path("message").asString().length() > 10, answer.body());
        }
        assertTrue(pane.rows().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"resourceSpans\":{}}",
                "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"name\":\"no ids\"}]}]}]}",
                "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"12\",\"spanId\":\"eee19b7ec3c1b174\"}]}]}]}",
                "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[7]}]}]}",
            })
    void keepsNothingOfWhatIsNoTrace(String body) {
        var answer = json("/v1/traces", body);
        assertEquals(400, answer.statusCode(), answer.body());
        assertTrue(type(answer).startsWith("application/json"));
        assertTrue(pane.rows().isEmpty());
    }

    @Test
    void oneBadSpanAmongGoodOnesAndNothingIsKept() throws Exception {
        assertEquals(400, protobuf(request(span(1), span(2).clearSpanId())).statusCode());
        assertTrue(pane.rows().isEmpty());
    }

    @Test
    void asksForTheKeyAndForAFormItReads() {
        assertEquals(
                401,
                pane.post("/v1/traces", JSON, "Content-Type", "application/json")
                        .statusCode());
        assertEquals(
                415,
                pane.post("/v1/traces", JSON, "Content-Type", "text/plain", "Authorization", "Bearer " + LivePane.KEY)
                        .statusCode());
    }
}
