package io.nightglass.bench;

import io.nightglass.catalog.Ulids;
import io.nightglass.cli.sample.SampleNights;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The sample nights as capture bodies: what a loop's SDK would send, with uuids never sent before. */
final class Corpus {
    static final int BATCH = 100;
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final int ULID = 26;

    /** Passes through the sample nights lie one after the other over half a year, then begin again where they began. */
    private static final int SLOTS = 13;

    private static final Duration SLOT = Duration.ofDays(14);

    /** What one pass must not share with another. */
    private static final List<String> OWN =
            List.of("request_id", "step_id", "suite_id", "$ai_span_id", "$ai_parent_id", "$ai_session_id");

    private final List<ObjectNode> events = new ArrayList<>();
    private long handedOut;
    private int night;

    /** The first {@code most} events of the sample nights. */
    Corpus(int most) {
        SampleNights.before(Instant.now(), ZoneOffset.UTC).write(batch -> {
            for (var event : batch) {
                if (events.size() < most) {
                    events.add(event);
                }
            }
        });
    }

    int size() {
        return events.size();
    }

    /** Goes on as if {@code count} events had been handed out: a folder is filled further by a later program. */
    void skip(long count) {
        if (handedOut == 0) {
            handedOut = count;
            night = (int) (count / events.size());
        }
    }

    /** Gzip bodies of {@value #BATCH} events each, for the first {@code count} events, cycling when there are fewer. */
    List<byte[]> bodies(int count) {
        var bodies = new ArrayList<byte[]>(count / BATCH + 1);
        for (int start = 0; start < count; start += BATCH) {
            var body = JSON.createObjectNode().put("api_key", PaneProcess.PROJECT_KEY);
            var batch = body.putArray("batch");
            for (int i = start; i < Math.min(start + BATCH, count); i++) {
                batch.add(fresh(events.get((int) (handedOut % events.size()))));
                if (++handedOut % events.size() == 0) {
                    night++;
                }
            }
            bodies.add(gzip(JSON.writeValueAsBytes(body)));
        }
        return bodies;
    }

    /** The event with a uuid of its own and, in each pass through the nights, in rounds, runs and weeks of their own. */
    private ObjectNode fresh(ObjectNode event) {
        var back = SLOT.multipliedBy(SLOTS - 1L - night % SLOTS);
        var copy = JSON.createObjectNode();
        copy.setAll(event);
        var properties = JSON.createObjectNode();
        properties.setAll((ObjectNode) event.get("properties"));
        for (var id : List.of("round_id", "run_id", "$ai_trace_id")) {
            if (properties.has(id) && properties.get(id).asString().length() == ULID) {
                properties.put(id, shifted(properties.get(id).asString(), back));
            }
        }
        for (var id : OWN) {
            if (properties.has(id)) {
                properties.put(id, properties.get(id).asString() + "-" + night);
            }
        }
        copy.put(
                "timestamp",
                Instant.parse(event.get("timestamp").asString()).minus(back).toString());
        return copy.put("uuid", UUID.randomUUID().toString()).set("properties", properties);
    }

    private String shifted(String ulid, Duration back) {
        var seed = (ulid + night).getBytes(StandardCharsets.US_ASCII);
        return Ulids.of(Ulids.timeOf(ulid).minus(back), seed);
    }

    private static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream(bytes.length / 4);
        try (var gzip = new GZIPOutputStream(out) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        }) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
