package io.nightglass.server.edge;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** UTF-8 as characters, what is no UTF-8 as U+FFFD; knows how many more bytes than characters it has given. */
final class Utf8Reader extends FilterReader {
    private long beyond;

    Utf8Reader(InputStream in) {
        super(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /** Bytes read less characters given, up to the last buffer asked for; exactly 0 in ASCII. */
    long bytesBeyondCharacters() {
        return beyond;
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        for (int i = from; i < from + read; i++) {
            char c = into[i];
            if (c >= 0x80) {
                beyond += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
            }
        }
        return read;
    }
}
