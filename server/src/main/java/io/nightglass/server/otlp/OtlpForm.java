package io.nightglass.server.otlp;

import com.google.protobuf.CodedOutputStream;
import io.nightglass.server.edge.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The two ways a request and its answer may be written. An answer is written as its request is. */
enum OtlpForm {
    PROTOBUF("application/x-protobuf"),
    JSON("application/json");

    private final String contentType;

    OtlpForm(String contentType) {
        this.contentType = contentType;
    }

    /** @throws Refusal 415 for a {@code Content-Type} that is neither */
    static OtlpForm named(@Nullable String header) {
        var type = header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (type) {
            case "application/x-protobuf", "application/protobuf" -> PROTOBUF;
            case "application/json" -> JSON;
            default ->
                throw Refusal.unsupportedEncoding(
                        "Content-Type is '%s'; send application/x-protobuf or application/json"
                                .formatted(Refusal.quoted(type)));
        };
    }

    String contentType() {
        return contentType;
    }

    /** An ExportTraceServiceResponse that says: all is kept. */
    byte[] yes() {
        return switch (this) {
            case PROTOBUF -> new byte[0];
            case JSON -> new byte[] {'{', '}'};
        };
    }

    /** A google.rpc.Status: what OTLP answers when it refuses. */
    byte[] no(Refusal refusal) {
        int code = code(refusal.status());
        return switch (this) {
            case PROTOBUF -> {
                var out = new ByteArrayOutputStream();
                try {
                    var coded = CodedOutputStream.newInstance(out);
                    coded.writeInt32(1, code);
                    coded.writeString(2, refusal.detail());
                    coded.flush();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                yield out.toByteArray();
            }
            case JSON ->
                JsonMapper.shared()
                        .writeValueAsBytes(JsonMapper.shared()
                                .createObjectNode()
                                .put("code", code)
                                .put("message", refusal.detail()));
        };
    }

    /** google.rpc.Code: invalid argument, unauthenticated, resource exhausted, unavailable. */
    private static int code(int status) {
        return switch (status) {
            case 401 -> 16;
            case 413, 429 -> 8;
            case 503 -> 14;
            default -> 3;
        };
    }
}
