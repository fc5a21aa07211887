package io.nightglass.server.edge;

import io.airlift.compress.v3.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/** How a body is packed. What its first bytes say wins over what its headers say: posthog-js sends gzip as text/plain. */
enum Encoding {
    PLAIN,
    GZIP,
    DEFLATE,
    ZSTD,
    BROTLI;

    private static final int BUFFER = 16 << 10;
    private static final byte[] GZIP_MAGIC = {0x1f, (byte) 0x8b, 0x08};

    /** The encoding a {@code Content-Encoding} header names. @throws Refusal 415 when it is none of ours */
    static Encoding named(@Nullable String header) {
        if (header == null) {
            return PLAIN;
        }
        return switch (header.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> PLAIN;
            case "gzip", "x-gzip" -> GZIP;
            case "deflate" -> DEFLATE;
            case "zstd" -> ZSTD;
            case "br" -> BROTLI;
            default ->
                throw Refusal.unsupportedEncoding("unknown Content-Encoding '%s'; send gzip, deflate, zstd, br or none"
                        .formatted(Refusal.quoted(header)));
        };
    }

    /** {@code in} unpacked. A body declared as gzip that is not one is given as it is. */
    InputStream unpacked(InputStream in) throws IOException {
        var sniffed = new PushbackInputStream(in, GZIP_MAGIC.length);
        if (startsAsGzip(sniffed)) {
            return new GZIPInputStream(sniffed, BUFFER);
        }
        return switch (this) {
            case PLAIN, GZIP -> sniffed;
            case DEFLATE -> new InflaterInputStream(sniffed);
            case ZSTD -> new ZstdInputStream(sniffed);
            // Only ever read in bulk: the decoder forgets what it has when a single byte is asked for in between.
            case BROTLI -> new BufferedInputStream(new BrotliInputStream(sniffed), BUFFER);
        };
    }

    private static boolean startsAsGzip(PushbackInputStream in) throws IOException {
        byte[] first = in.readNBytes(GZIP_MAGIC.length);
        in.unread(first);
        return java.util.Arrays.equals(first, GZIP_MAGIC);
    }
}
