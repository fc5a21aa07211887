package io.nightglass.store.duckdb;

import io.nightglass.catalog.Envelope;
import io.nightglass.catalog.Warning;
import io.nightglass.store.EventRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A row as the journal keeps it, and back: what was received, not what was made of it. */
final class RowCodec {
    private static final byte VERSION = 1;
    private static final int NULL = -1;

    private RowCodec() {}

    static byte[] encode(PreparedRow row) {
        var bytes = new ByteArrayOutputStream(512 + row.json().length());
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeLong(row.uuid().getMostSignificantBits());
            out.writeLong(row.uuid().getLeastSignificantBits());
            out.writeLong(row.timestamp());
            out.writeLong(row.receivedAt());
            text(out, row.event());
            text(out, row.distinctId());
            envelope(out, row.envelope());
            text(out, row.json());
            out.writeInt(row.texts().size());
            for (var text : row.texts()) {
                text(out, text.name());
                text(out, text.json());
            }
            out.writeInt(row.warnings().size());
            for (var warning : row.warnings()) {
                text(out, warning.kind().name());
                text(out, warning.property());
                text(out, warning.detail());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
        return bytes.toByteArray();
    }

    private static void envelope(DataOutputStream out, Envelope envelope) throws IOException {
        text(out, envelope.project());
        text(out, envelope.client());
        text(out, envelope.runId());
        text(out, envelope.roundId());
        text(out, envelope.agent());
        text(out, envelope.gitSha());
    }

    private static void text(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(NULL);
        } else {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    /** @throws UncheckedIOException when {@code bytes} were written by a newer version */
    static PreparedRow decode(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            byte version = in.readByte();
            if (version != VERSION) {
                throw new IOException(
                        "the journal was written by another version (rows of kind %d)".formatted(version));
            }
            var uuid = new UUID(in.readLong(), in.readLong());
            var timestamp = micros(in.readLong());
            var receivedAt = micros(in.readLong());
            var event = required(in);
            var distinctId = required(in);
            var envelope = new Envelope(text(in), text(in), text(in), text(in), text(in), text(in));
            var properties = properties(in);
            return PreparedRow.of(
                    new EventRow(uuid, event, timestamp, distinctId, envelope, properties, receivedAt, warnings(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the row that {@code bytes} are, which need not be read for it. */
    static UUID uuid(byte[] bytes) {
        var head = ByteBuffer.wrap(bytes, Byte.BYTES, 2 * Long.BYTES);
        return new UUID(head.getLong(), head.getLong());
    }

    private static ObjectNode properties(DataInputStream in) throws IOException {
        var properties = (ObjectNode) CellValues.read(required(in));
        int texts = in.readInt();
        for (int i = 0; i < texts; i++) {
            properties.set(required(in), CellValues.read(required(in)));
        }
        return properties;
    }

    private static List<Warning> warnings(DataInputStream in) throws IOException {
        int count = in.readInt();
        var warnings = new ArrayList<Warning>(count);
        for (int i = 0; i < count; i++) {
            warnings.add(new Warning(Warning.Kind.valueOf(required(in)), text(in), required(in)));
        }
        return warnings;
    }

    private static Instant micros(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static String required(DataInputStream in) throws IOException {
        var text = text(in);
        if (text == null) {
            throw new IOException("a text is missing");
        }
        return text;
    }

    private static @Nullable String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length == NULL ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
