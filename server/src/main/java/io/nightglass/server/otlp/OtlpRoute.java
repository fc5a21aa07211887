package io.nightglass.server.otlp;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.nightglass.server.capture.Intake;
import io.nightglass.server.capture.Tokens;
import io.nightglass.server.edge.Bodies;
import io.nightglass.server.edge.Budget;
import io.nightglass.server.edge.Limit;
import io.nightglass.server.edge.Refusals;
import io.nightglass.store.EventRow;
import io.nightglass.store.EventStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code /i/v0/ai/otel} and {@code /v1/traces}: an ExportTraceServiceRequest in, and an answer once every span is on disk
 * as an event. What does not decode to its last byte is refused whole.
 */
public record OtlpRoute(EventStore store, Intake intake, Tokens tokens, Budget budget, InstantSource clock)
        implements Handler {
    /** What a span's attributes weigh as a tree, by the bytes they came in. */
    private static final int TREE = 8;

    @Override
    public void handle(Context ctx) {
        var form = OtlpForm.named(ctx.header("Content-Type"));
        try {
            keep(ctx, form);
        } catch (Exception e) {
            var refusal = Refusals.of(e, () -> "POST " + ctx.path());
            Refusals.write(ctx, refusal, form.contentType(), form.no(refusal));
            return;
        }
        ctx.contentType(form.contentType()).result(form.yes());
    }

    private void keep(Context ctx, OtlpForm form) {
        tokens.checkBearer(ctx);
        var now = clock.instant();
        try (var lease = budget.lease()) {
            var rows = new ArrayList<EventRow>();
            for (var span : spans(ctx, form, lease)) {
                intake.row(SpanEvent.of(span), now).ifPresent(rows::add);
            }
            if (!rows.isEmpty()) {
                store.append(rows);
            }
        }
    }

    private static List<OtelSpan> spans(Context ctx, OtlpForm form, Budget.Lease lease) {
        return switch (form) {
            case PROTOBUF -> {
                byte[] bytes = Bodies.bytes(ctx, Limit.AI, lease);
                lease.grow((long) bytes.length * TREE);
                yield ProtobufSpans.of(bytes);
            }
            case JSON -> JsonSpans.of(Bodies.json(ctx, Limit.AI, lease).root());
        };
    }
}
