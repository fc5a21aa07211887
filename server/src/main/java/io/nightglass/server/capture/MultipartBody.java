package io.nightglass.server.capture;

import io.nightglass.server.edge.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parts of a multipart/form-data body (RFC 7578). */
final class MultipartBody {
    private static final Pattern BOUNDARY = Pattern.compile(
            "(?i)^\\s*multipart/form-data\\s*;(?:.*;)?\\s*boundary=(?:\"([^\"]{1,70})\"|([^\\s;]{1,70})).*");
    private static final Pattern NAME = Pattern.compile("(?i)(?:^|;)\\s*name=(?:\"([^\"]*)\"|([^\\s;]+))");
    private static final byte[] LINE = {'\r', '\n'};
    private static final byte[] HEADERS_END = {'\r', '\n', '\r', '\n'};
    private static final int MOST_PARTS = 200;

    private final byte[] body;
    private final byte[] delimiter;

    private MultipartBody(byte[] body, byte[] delimiter) {
        this.body = body;
        this.delimiter = delimiter;
    }

    /** @param content without its transfer form, as {@code type} and {@code encoding} say; "" when they do not */
    record Part(String name, String type, String encoding, byte[] content) {}

    /**
     * The parts in their order.
     *
     * @throws Refusal 400 when the body does not end with its closing line, or a part is not as it should be
     */
    static List<Part> parts(byte[] body, @Nullable String contentType) {
        var matcher = BOUNDARY.matcher(contentType == null ? "" : contentType);
        if (!matcher.matches()) {
            throw Refusal.badRequest("send multipart/form-data with a boundary");
        }
        String boundary = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        var delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        return new MultipartBody(body, delimiter).parts();
    }

    private List<Part> parts() {
        var parts = new ArrayList<Part>();
        int at = startsWith(0, delimiter) ? 0 : after(0);
        while (true) {
            int start = at + delimiter.length;
            if (startsWith(start, new byte[] {'-', '-'})) {
                return parts;
            }
            if (!startsWith(start, LINE) || parts.size() >= MOST_PARTS) {
                throw Refusal.badRequest(
                        parts.size() >= MOST_PARTS
                                ? "more than %d parts; send fewer".formatted(MOST_PARTS)
                                : "the line after a boundary is damaged; send the body again");
            }
            int end = after(start);
            int content = start + LINE.length;
            parts.add(part(Arrays.copyOfRange(body, content, Math.max(content, end - LINE.length))));
            at = end;
        }
    }

    /** Where the next delimiter at the beginning of a line stands. */
    private int after(int from) {
        for (int i = Math.max(from, 0); i + delimiter.length <= body.length; i++) {
            if (body[i] == '-' && i >= 2 && body[i - 1] == '\n' && body[i - 2] == '\r' && startsWith(i, delimiter)) {
                return i;
            }
        }
        throw Refusal.badRequest("the body ends before its closing boundary; send it again");
    }

    private boolean startsWith(int at, byte[] what) {
        return at + what.length <= body.length && Arrays.equals(body, at, at + what.length, what, 0, what.length);
    }

    private static Part part(byte[] raw) {
        boolean hasNoHeaders = raw.length >= 2 && raw[0] == '\r' && raw[1] == '\n';
        int end = hasNoHeaders ? 0 : headersEnd(raw);
        var headers = headers(new String(raw, 0, end, StandardCharsets.UTF_8));
        var name = NAME.matcher(headers.getOrDefault("content-disposition", ""));
        if (!name.find()) {
            throw Refusal.badRequest("a part has no name; send Content-Disposition: form-data; name=\"event\"");
        }
        return new Part(
                name.group(1) == null ? name.group(2) : name.group(1),
                headers.getOrDefault("content-type", ""),
                headers.getOrDefault("content-encoding", ""),
                Arrays.copyOfRange(raw, end + HEADERS_END.length, raw.length));
    }

    private static int headersEnd(byte[] raw) {
        for (int i = 0; i + HEADERS_END.length <= raw.length; i++) {
            if (Arrays.equals(raw, i, i + HEADERS_END.length, HEADERS_END, 0, HEADERS_END.length)) {
                return i;
            }
        }
        throw Refusal.badRequest("a part has no blank line after its headers");
    }

    private static Map<String, String> headers(String text) {
        var headers = new HashMap<String, String>();
        for (var line : text.split("\r\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }
}
