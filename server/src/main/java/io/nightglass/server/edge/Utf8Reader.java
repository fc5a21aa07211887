package io.nightglass.server.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/**
 * JSON bytes as characters. What is no UTF-8 becomes U+FFFD, and so does an escape that names half a surrogate pair:
 * Jackson refuses those in names, and no store can keep them. Knows how many more bytes than characters it has given.
 */
final class Utf8Reader extends Reader {
    private static final int ESCAPE = 6; // the letters of \ u d 8 0 0
    private static final int WINDOW = 8 << 10;
    private static final int WINDOWS_IN_A_ROW = 16;

    private final Reader in;
    private final char[] window = new char[WINDOW];
    private int next; // first character not yet given
    private int checked; // end of those that may be given
    private int end; // end of those read
    private boolean isOver;
    private long beyond;
    private int windows;

    Utf8Reader(InputStream in) {
        this.in = new InputStreamReader(in, StandardCharsets.UTF_8);
    }

    /** Bytes read less characters, up to the last window; exactly 0 in ASCII. */
    long bytesBeyondCharacters() {
        return beyond;
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        while (next == checked) {
            if (isOver) {
                return -1;
            }
            fill();
        }
        int given = Math.min(length, checked - next);
        System.arraycopy(window, next, into, from, given);
        next += given;
        return given;
    }

    private void fill() throws IOException {
        makeWay();
        System.arraycopy(window, checked, window, 0, end - checked);
        end -= checked;
        next = 0;
        checked = 0;
        int read = in.read(window, end, WINDOW - end);
        isOver = read < 0;
        end += Math.max(0, read);
        check();
    }

    /** Virtual threads are not interrupted by others: without this, small requests would wait behind a large one. */
    private void makeWay() {
        windows++;
        if (windows % WINDOWS_IN_A_ROW == 0) {
            Thread.yield();
        }
    }

    /** Moves {@code checked} as far as can be told from what is there: an escape may end in the next window. */
    private void check() {
        while (checked < end) {
            char c = window[checked];
            if (c != '\\') {
                beyond += c < 0x80 ? 0 : c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
                checked++;
            } else if (end - checked < 2 * ESCAPE && !isOver) {
                return;
            } else {
                checked = Math.min(end, checked + repairedEscape(checked));
            }
        }
    }

    /** Mends the escape at {@code at} if need be. @return how many characters it has, with its partner */
    private int repairedEscape(int at) {
        int unit = unit(at);
        if (unit < 0 || !Character.isSurrogate((char) unit)) {
            return unit < 0 ? 2 : ESCAPE;
        }
        int partner = Character.isHighSurrogate((char) unit) ? unit(at + ESCAPE) : -1;
        if (partner >= 0 && Character.isLowSurrogate((char) partner)) {
            return 2 * ESCAPE;
        }
        "\\uFFFD".getChars(0, ESCAPE, window, at);
        return ESCAPE;
    }

    /** The UTF-16 unit that the escape at {@code at} names; -1 when it names none. */
    private int unit(int at) {
        if (at + ESCAPE > end || window[at] != '\\' || window[at + 1] != 'u') {
            return -1;
        }
        int unit = 0;
        for (int i = at + 2; i < at + ESCAPE; i++) {
            int digit = Character.digit(window[i], 16);
            if (digit < 0) {
                return -1;
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
