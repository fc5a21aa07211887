package io.nightglass.server.page.query;

import io.javalin.http.Context;
import io.nightglass.server.page.Links;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * A HogQL text as it stands in an address: {@code q} as it is, or {@code z} compressed (raw DEFLATE, base64url) when it is
 * long, since an address with all headers holds 64 KiB.
 *
 * @param text lines end in {@code \n}
 */
public record Question(String text) {
    private static final int LONG = 4_000;
    private static final int MOST_BYTES = 1 << 20;
    private static final Pattern COMMENT = Pattern.compile("\\A\\s*--[ \\t]*(\\S[^\\n]*)");
    private static final int LONGEST_TITLE = 120;

    public Question {
        text = text.replace("\r\n", "\n").strip();
    }

    /** @throws BrokenAddress when the compressed form cannot be read */
    static Question of(Context ctx) throws BrokenAddress {
        var packed = ctx.queryParam("z");
        var plain = ctx.queryParam("q");
        return new Question(packed != null ? unpacked(packed) : plain != null ? plain : "");
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** What its first line says it asks, {@code -- like this}; else "". */
    public String title() {
        var comment = COMMENT.matcher(text);
        if (!comment.find()) {
            return "";
        }
        var said = comment.group(1).strip();
        var cut = said.codePointCount(0, said.length()) <= LONGEST_TITLE
                ? said
                : said.substring(0, said.offsetByCodePoints(0, LONGEST_TITLE)) + "…";
        return cut.substring(0, 1).toUpperCase(Locale.ROOT) + cut.substring(1);
    }

    /** The page that asks it. */
    public Links link() {
        var page = Links.to("/query");
        return URLEncoder.encode(text, StandardCharsets.UTF_8).length() <= LONG
                ? page.with("q", text)
                : page.with("z", packed(text));
    }

    private static String packed(String text) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
            deflater.finish();
            var out = new ByteArrayOutputStream();
            var buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return Base64.getUrlEncoder().withoutPadding().encodeToString(out.toByteArray());
        } finally {
            deflater.end();
        }
    }

    private static String unpacked(String packed) throws BrokenAddress {
        var inflater = new Inflater(true);
        try {
            inflater.setInput(Base64.getUrlDecoder().decode(packed));
            var out = new ByteArrayOutputStream();
            var buffer = new byte[8192];
            while (!inflater.finished()) {
                int read = inflater.inflate(buffer);
                if (read == 0 || out.size() + read > MOST_BYTES) {
                    throw new BrokenAddress();
                }
                out.write(buffer, 0, read);
            }
            return out.toString(StandardCharsets.UTF_8);
        } catch (DataFormatException | IllegalArgumentException e) {
            throw new BrokenAddress();
        } finally {
            inflater.end();
        }
    }

    /** The address was cut short or changed on its way. */
    static final class BrokenAddress extends Exception {
        private static final long serialVersionUID = 1L;

        BrokenAddress() {
            super(
                    "The query in this address cannot be read: it was cut short or changed on its way.",
                    null,
                    false,
                    false);
        }
    }
}
