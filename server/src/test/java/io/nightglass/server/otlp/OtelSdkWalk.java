package io.nightglass.server.otlp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.server.Asked;
import io.nightglass.server.LivePane;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The OpenTelemetry SDK and exporter people install, unmodified. */
class OtelSdkWalk {
    @TempDir
    private Path folder;

    @Test
    void everySpanTheSdkExportsIsKept() {
        try (var pane = LivePane.openNow(folder)) {
            var exporter = OtlpHttpSpanExporter.builder()
                    .setEndpoint(pane.address() + "/v1/traces")
                    .setCompression("gzip")
                    .addHeader("Authorization", "Bearer " + LivePane.KEY)
                    .build();
            var provider = SdkTracerProvider.builder()
                    .setResource(Resource.create(
                            Attributes.of(AttributeKey.stringKey("posthog.distinct_id"), "gtm:acme:planner")))
                    .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                    .build();
            var tracer = provider.get("loop");
            var agent = tracer.spanBuilder("invoke_agent planner")
                    .setAttribute("gen_ai.operation.name", "invoke_agent")
                    .startSpan();
            try (var scope = agent.makeCurrent()) {
                for (int i = 0; i < 120; i++) {
                    var call = tracer.spanBuilder("chat gpt-4o")
                            .setAttribute("gen_ai.operation.name", "chat")
                            .setAttribute("gen_ai.system", "openai")
                            .setAttribute("gen_ai.request.model", "gpt-4o")
                            .setAttribute("gen_ai.usage.input_tokens", 1000L)
                            .setAttribute("gen_ai.usage.output_tokens", 500L)
                            .startSpan();
                    if (i == 7) {
                        call.recordException(new IllegalStateException("no more tokens"));
                        call.setStatus(StatusCode.ERROR);
                    }
                    call.end();
                }
            }
            agent.end();
            assertTrue(provider.shutdown().join(30, TimeUnit.SECONDS).isSuccess());
            assertEquals(
                    List.of("$ai_generation 120", "$ai_span 1"),
                    Asked.rows(pane, "SELECT event, count() FROM events GROUP BY event ORDER BY event"));
            assertEquals(List.of("0.9 120"), Asked.rows(pane, "SELECT sum(cost_usd), count() FROM costs"));
            assertEquals(List.of("no more tokens"), Asked.rows(pane, "SELECT error FROM generations WHERE is_error"));
            var span = pane.rows().stream()
                    .filter(row -> row.event().equals("$ai_span"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(
                    List.of("120"),
                    Asked.rows(
                            pane,
                            "SELECT count() FROM generations WHERE parent_id = '%s'"
                                    .formatted(span.properties()
                                            .path("$ai_span_id")
                                            .asString())));
        }
    }
}
