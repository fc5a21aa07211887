package io.nightglass.server.edge;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads what LZString's {@code compressToBase64} wrote: LZ78 over UTF-16 units, six bits to a letter, the lowest bit of
 * each code first.
 *
 * @see <a href="https://pieroxy.net/blog/pages/lz-string/index.html">LZString</a>
 */
final class LzString {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";
    private static final int EIGHT_BITS = 0;
    private static final int SIXTEEN_BITS = 1;
    private static final int END = 2;
    private static final int MOST_UNITS = 20 << 20;
    private static final int BYTES_PER_UNIT = 6; // the text, its words and the copy that is handed on

    private final String input;
    private final Budget.Lease lease;
    private final List<String> words = new ArrayList<>(List.of("", "", "")); // 0, 1, 2 are the marks above
    private final StringBuilder out = new StringBuilder();
    private int bit;
    private int width = 2;

    private LzString(String input, Budget.Lease lease) {
        this.input = input.replace(' ', '+');
        this.lease = lease;
    }

    /** @throws Refusal 400 when {@code base64} is not LZString's, 413 when it unpacks to more than is taken */
    static String decompress(String base64, Budget.Lease lease) {
        return new LzString(base64, lease).decompress();
    }

    private String decompress() {
        int first = bits(2);
        if (first == END) {
            return "";
        }
        String previous = literal(first);
        words.add(previous);
        out.append(previous);
        width = 3;
        int room = 4; // codes until they need one more bit
        while (true) {
            int code = bits(width);
            if (code == END) {
                return out.toString();
            }
            if (code == EIGHT_BITS || code == SIXTEEN_BITS) {
                words.add(literal(code));
                code = words.size() - 1;
                room--;
                if (room == 0) {
                    room = 1 << width++;
                }
            }
            String word = wordOf(code, previous);
            append(word);
            words.add(previous + word.charAt(0));
            room--;
            if (room == 0) {
                room = 1 << width++;
            }
            previous = word;
        }
    }

    private String wordOf(int code, String previous) {
        if (code < words.size()) {
            return words.get(code);
        }
        if (code == words.size()) {
            return previous + previous.charAt(0);
        }
        throw broken();
    }

    private void append(String word) {
        if (out.length() + word.length() > MOST_UNITS) {
            throw BoundedInput.tooLarge(MOST_UNITS);
        }
        lease.grow((long) word.length() * BYTES_PER_UNIT);
        out.append(word);
    }

    private String literal(int mark) {
        return switch (mark) {
            case EIGHT_BITS -> String.valueOf((char) bits(8));
            case SIXTEEN_BITS -> String.valueOf((char) bits(16));
            default -> throw broken();
        };
    }

    private int bits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++, bit++) {
            int letter = bit / 6 < input.length() ? ALPHABET.indexOf(input.charAt(bit / 6)) : -1;
            if (letter < 0) {
                throw broken();
            }
            value |= (letter >> (5 - bit % 6) & 1) << i;
        }
        return value;
    }

    private static Refusal broken() {
        return Refusal.badRequest("the body is not what LZString's compressToBase64 writes, or was cut short");
    }
}
