package io.nightglass.server.edge;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The forms in which a body travels as text: {@code data=<urlencoded>} of sendBeacon and of GET pixels, base64 (plain or
 * url-safe, padded or not), LZString.
 */
final class TextForms {
    private TextForms() {}

    /** The bytes meant by {@code text}: JSON or gzip. @throws Refusal 400 when it is none of the forms */
    static byte[] bytes(String text, Compression compression, Budget.Lease lease) {
        String value = text.startsWith("data=") || text.contains("&data=") ? dataOf(text) : text.strip();
        if (value.isEmpty()) {
            throw Refusal.badRequest("the body is empty; send JSON");
        }
        if (value.charAt(0) == '{' || value.charAt(0) == '[') {
            return value.getBytes(StandardCharsets.UTF_8);
        }
        if (compression == Compression.LZ64) {
            return LzString.decompress(value, lease).getBytes(StandardCharsets.UTF_8);
        }
        return base64(value);
    }

    private static String dataOf(String form) {
        for (String part : form.split("&", -1)) {
            if (part.startsWith("data=")) {
                return decoded(part.substring("data=".length())).strip();
            }
        }
        throw Refusal.badRequest("the form has no field 'data'");
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("the field 'data' is not url-encoded");
        }
    }

    private static byte[] base64(String value) {
        // A '+' that nobody escaped has become a space on its way through the form.
        String standard = value.replace(' ', '+').replace('-', '+').replace('_', '/');
        try {
            return Base64.getMimeDecoder().decode(rejectingStrangers(standard));
        } catch (IllegalArgumentException e) {
            throw notReadable(value);
        }
    }

    private static String rejectingStrangers(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!letter && c != '+' && c != '/' && c != '=' && c != '\r' && c != '\n') {
                throw notReadable(value);
            }
        }
        return value;
    }

    private static Refusal notReadable(String value) {
        return Refusal.badRequest("the body is neither JSON nor gzip nor base64; it starts with '%s'"
                .formatted(value.substring(0, Math.min(value.length(), 40))));
    }
}
