package io.nightglass.server.edge;

import io.airlift.compress.v3.MalformedInputException;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;

/**
 * Reads the JSON of a request, in every encoding and form SDKs send. Unpacks and parses while it reads: the bytes of a
 * body are never held as a whole, unless they are text around something else.
 */
public final class Bodies {
    /** A byte of JSON is held as text, as the parser's copy of it, and as what the store writes. */
    private static final int WEIGHT = 3;

    private static final int LAST_BYTES = 3;

    private Bodies() {}

    /**
     * The document of the request's body.
     *
     * @throws Refusal 400 when it cannot be read, 413 when it is larger than {@code limit}, 415 for an unknown encoding,
     *     503 when too much is under way
     */
    public static JsonDocument json(Context ctx, Limit limit, Budget.Lease lease) {
        var encoding = Encoding.named(ctx.header("Content-Encoding"));
        var compression = Compression.named(ctx.queryParam("compression"));
        if (ctx.req().getContentLengthLong() > limit.request()) {
            throw BoundedInput.tooLarge(limit.request());
        }
        return reading(() -> {
            var sent = new BoundedInput(new SteadyInput(ctx.req().getInputStream()), limit.request(), lease, 0);
            return parsed(bounded(encoding.unpacked(sent), limit, lease), compression, limit, lease);
        });
    }

    /**
     * The request's body unpacked, for forms that are no JSON.
     *
     * @throws Refusal 400 when it cannot be read, 413 when it is larger than {@code limit}, 415 for an unknown encoding,
     *     503 when too much is under way
     */
    public static byte[] bytes(Context ctx, Limit limit, Budget.Lease lease) {
        var encoding = Encoding.named(ctx.header("Content-Encoding"));
        if (ctx.req().getContentLengthLong() > limit.request()) {
            throw BoundedInput.tooLarge(limit.request());
        }
        return reading(() -> {
            var sent = new BoundedInput(new SteadyInput(ctx.req().getInputStream()), limit.request(), lease, 0);
            return bounded(encoding.unpacked(sent), limit, lease).readAllBytes();
        });
    }

    /** {@code packed}, part of a body, unpacked the way its own header {@code encoding} names. */
    public static byte[] unpacked(byte[] packed, String encoding, Limit limit, Budget.Lease lease) {
        return reading(() -> bounded(Encoding.named(encoding).unpacked(new ByteArrayInputStream(packed)), limit, lease)
                .readAllBytes());
    }

    /** The JSON that {@code bytes}, part of a body, hold. */
    public static JsonDocument json(byte[] bytes, Budget.Lease lease) {
        return reading(() -> JsonDocument.read(new ByteArrayInputStream(bytes), lease));
    }

    /**
     * Reads the request's body to its end and forgets it: a sender still writing when the answer comes would see a broken
     * connection.
     *
     * @throws Refusal 413 when it is larger than {@code limit}
     */
    public static void discard(Context ctx, Limit limit) {
        try (var in = new SteadyInput(ctx.req().getInputStream())) {
            long left = limit.request();
            var chunk = new byte[8192];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                left -= read;
                if (left < 0) {
                    throw BoundedInput.tooLarge(limit.request());
                }
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The document a GET pixel carries in its query parameter {@code data}. */
    public static JsonDocument pixel(Context ctx, Limit limit, Budget.Lease lease) {
        var data = ctx.queryParam("data");
        if (data == null || data.isBlank()) {
            throw Refusal.badRequest("no event: send JSON by POST, or base64 of JSON as ?data=");
        }
        var compression = Compression.named(ctx.queryParam("compression"));
        return reading(() -> nested(data, compression, limit, lease));
    }

    private static JsonDocument parsed(InputStream in, Compression compression, Limit limit, Budget.Lease lease)
            throws IOException {
        var body = new PushbackInputStream(in, LAST_BYTES);
        return switch (firstLetter(body)) {
            case -1 -> throw Refusal.badRequest("the body is empty; send JSON");
            case '{', '[' -> JsonDocument.read(body, lease);
            default -> nested(new String(body.readAllBytes(), StandardCharsets.UTF_8), compression, limit, lease);
        };
    }

    private static JsonDocument nested(String text, Compression compression, Limit limit, Budget.Lease lease)
            throws IOException {
        byte[] inner = TextForms.bytes(text, compression, lease);
        var unpacked = Encoding.PLAIN.unpacked(new ByteArrayInputStream(inner));
        return JsonDocument.read(bounded(unpacked, limit, lease), lease);
    }

    private static InputStream bounded(InputStream in, Limit limit, Budget.Lease lease) {
        return new BoundedInput(in, limit.request(), lease, WEIGHT);
    }

    /** Skips white space and a byte order mark, and looks at what follows. */
    private static int firstLetter(PushbackInputStream in) throws IOException {
        int next = in.read();
        while (next == ' ' || next == '\t' || next == '\r' || next == '\n' || isMark(next)) {
            next = in.read();
        }
        if (next >= 0) {
            in.unread(next);
        }
        return next;
    }

    private static boolean isMark(int next) {
        return next == 0xEF || next == 0xBB || next == 0xBF;
    }

    private static <T> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (ZipException | EOFException | MalformedInputException e) {
            throw Refusal.badRequest("the packed body is damaged or cut short; send it again");
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static Refusal unreadable(IOException e) {
        if (e.getMessage() != null && e.getMessage().contains("Brotli")) {
            return Refusal.badRequest("the packed body is damaged or cut short; send it again");
        }
        if (e.getCause() instanceof java.util.concurrent.TimeoutException) {
            return Refusal.tooSlow();
        }
        return Refusal.badRequest("the body could not be read to its end; send it again");
    }

    private interface Reading<T> {
        T read() throws IOException;
    }
}
