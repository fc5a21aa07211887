package io.nightglass.server.edge;

import static io.nightglass.server.LivePane.gzip;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.server.LivePane;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken so that no SDK retries, and not kept: recordings, logs, metrics, push subscriptions. */
class DiscardWalk {
    private static final int MIB = 1 << 20;

    @TempDir
    private static Path folder;

    private static LivePane pane;

    @BeforeAll
    static void open() {
        pane = LivePane.open(folder);
    }

    @AfterAll
    static void close() {
        pane.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/s", "/i/v1/logs", "/i/v1/metrics", "/api/push_subscriptions"})
    void takesTwentyMebibytesOnOneConnectionAndRefusesMore(String path) throws IOException {
        try (var sender = new Sender(path)) {
            assertEquals(200, sender.send(20 * MIB));
            assertEquals(200, sender.send(10), "the body before was read to its end");
            assertEquals(200, sender.sendInChunks(20 * MIB));
            assertEquals(413, sender.send(20 * MIB + 1));
            assertEquals(200, sender.send(10), "what was refused was read to its end too");
            assertEquals(413, sender.sendInChunks(21 * MIB));
            assertEquals(200, sender.send(10));
        }
        assertTrue(pane.rows().isEmpty(), "nothing is kept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/s/", "/i/v1/logs/", "/i/v1/metrics/?token=x", "/api/push_subscriptions/"})
    void looksIntoNothing(String path) {
        assertEquals(200, pane.post(path, "no json").statusCode());
        assertEquals(200, pane.post(path, "").statusCode());
        assertEquals(200, pane.post(path, "no gzip", "Content-Encoding", "gzip").statusCode());
    }

    @Test
    void takesWordThatADeviceLeftToo() {
        assertEquals(
                200,
                pane.send(pane.request("/api/push_subscriptions/").DELETE()).statusCode());
    }

    @Test
    void leavesABombPacked() {
        byte[] bomb = gzip("x".repeat(64 * MIB));
        long start = System.nanoTime();
        for (int i = 0; i < 200; i++) {
            assertEquals(200, pane.post("/s/", bomb, "Content-Encoding", "gzip").statusCode());
        }
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        assertTrue(seconds < 20, "unpacking 12 GiB takes longer than " + seconds + " s");
    }

    /** One connection, kept open between requests. */
    private static final class Sender implements AutoCloseable {
        private static final byte[] CHUNK = new byte[MIB];

        private final String path;
        private final Socket socket = new Socket("127.0.0.1", pane.address().getPort());
        private final OutputStream out = socket.getOutputStream();
        private final BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));

        static {
            Arrays.fill(CHUNK, (byte) 'x');
        }

        Sender(String path) throws IOException {
            this.path = path;
            socket.setSoTimeout(60_000);
        }

        int send(int bytes) throws IOException {
            say("Content-Length: " + bytes);
            for (int left = bytes; left > 0; left -= MIB) {
                out.write(CHUNK, 0, Math.min(left, MIB));
            }
            return status();
        }

        int sendInChunks(int bytes) throws IOException {
            say("Transfer-Encoding: chunked");
            for (int left = bytes; left > 0; left -= MIB) {
                out.write((Integer.toHexString(MIB) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write(CHUNK);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return status();
        }

        private void say(String header) throws IOException {
            out.write("POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\n%s\r\n\r\n"
                    .formatted(path, header)
                    .getBytes(StandardCharsets.US_ASCII));
        }

        /** The status of the next answer, which is read to its end. */
        private int status() throws IOException {
            String first = String.valueOf(in.readLine());
            int length = 0;
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                    length = Integer.parseInt(
                            line.substring("content-length:".length()).strip());
                }
            }
            for (int i = 0; i < length; i++) {
                in.read();
            }
            return first.startsWith("HTTP/1.1 ") ? Integer.parseInt(first.substring(9, 12)) : -1;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
