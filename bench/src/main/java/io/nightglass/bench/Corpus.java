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
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
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
    private final AiTexts texts;
    private long handedOut;
    private List<Integer> passes = List.of();

    /** The first {@code most} events of the sample nights. */
    Corpus(int most) {
        this(most, AiTexts.AS_SAMPLED);
    }

    /** The same, its model calls saying {@code texts}. */
    Corpus(int most, AiTexts texts) {
        this.texts = texts;
        SampleNights.before(Instant.now(), ZoneOffset.UTC).write(batch -> {
            for (var event : batch) {
                if (events.size() < most) {
                    events.add(event);
                }
            }
        });
    }

    /** Leaves out all events but model calls. */
    Corpus onlyCalls() {
        events.removeIf(event -> !event.path("event").asString().equals("$ai_generation"));
        return this;
    }

    int size() {
        return events.size();
    }

    /**
     * Plans the events from number {@code sent} up to {@code count} as loops send them: in the order in which they happen,
     * the earliest weeks of all these passes first.
     */
    void inOrderOfTime(long sent, long count) {
        int first = (int) Math.ceilDiv(sent, events.size());
        int behind = first + (int) Math.ceilDiv(count - sent, events.size());
        passes = IntStream.range(first, behind)
                .boxed()
                .sorted(Comparator.comparing(pass -> pass % SLOTS))
                .toList();
        handedOut = 0;
    }

    /** Gzip bodies of {@value #BATCH} events each, for the first {@code count} events, cycling when there are fewer. */
    List<byte[]> bodies(int count) {
        var bodies = new ArrayList<byte[]>(count / BATCH + 1);
        for (int start = 0; start < count; start += BATCH) {
            var body = JSON.createObjectNode().put("api_key", PaneProcess.PROJECT_KEY);
            var batch = body.putArray("batch");
            for (int i = start; i < Math.min(start + BATCH, count); i++) {
                int turn = (int) (handedOut / events.size());
                int pass = passes.isEmpty() ? turn : passes.get(turn);
                batch.add(fresh(events.get((int) (handedOut++ % events.size())), pass));
            }
            bodies.add(gzip(JSON.writeValueAsBytes(body)));
        }
        return bodies;
    }

    /** The event with a uuid of its own and, in each pass through the nights, in rounds, runs and weeks of their own. */
    private ObjectNode fresh(ObjectNode event, int pass) {
        var back = SLOT.multipliedBy(SLOTS - 1L - pass % SLOTS);
        var copy = JSON.createObjectNode();
        copy.setAll(event);
        var properties = JSON.createObjectNode();
        properties.setAll((ObjectNode) event.get("properties"));
        for (var id : List.of("round_id", "run_id", "$ai_trace_id")) {
            if (properties.has(id) && properties.get(id).asString().length() == ULID) {
                properties.put(id, shifted(properties.get(id).asString(), back, pass));
            }
        }
        for (var id : OWN) {
            if (properties.has(id)) {
                properties.put(id, properties.get(id).asString() + "-" + pass);
            }
        }
        texts.put(event.get("event").asString(), properties, handedOut);
        copy.put(
                "timestamp",
                Instant.parse(event.get("timestamp").asString()).minus(back).toString());
        return copy.put("uuid", UUID.randomUUID().toString()).set("properties", properties);
    }

    private static String shifted(String ulid, Duration back, int pass) {
        var seed = (ulid + pass).getBytes(StandardCharsets.US_ASCII);
        return Ulids.of(Ulids.timeOf(ulid).minus(back), seed);
    }

    static byte[] gzip(byte[] bytes) {
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
