package io.nightglass.boards.imports;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file, whatever the file is: what cannot be read is a problem in words, never an exception. Bytes that
 * are no UTF-8 become U+FFFD; UTF-16 is known by its byte order mark.
 *
 * @param problem why there are no lines, or null
 */
record LogText(List<Line> lines, @Nullable String problem) {
    /** No loop writes a log this large; a file that is one is something else. */
    private static final long LARGEST = 32L << 20;

    private static final int MOST_LINES = 1_000_000;

    private static final int SNIFFED = 8192;

    static LogText of(Path file) {
        try {
            if (Files.isDirectory(file)) {
                return broken("is a folder");
            }
            if (!Files.isRegularFile(file)) {
                return broken(Files.exists(file) ? "is not a regular file" : "does not exist");
            }
            if (Files.size(file) > LARGEST) {
                return broken("is larger than 32 MiB, which no loop's log is");
            }
            return of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return broken("does not exist");
        } catch (IOException | SecurityException e) {
            return broken("cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    static LogText of(byte[] bytes) {
        Charset charset = charset(bytes);
        if (charset.equals(StandardCharsets.UTF_8) && isBinary(bytes)) {
            return broken("is a binary file, not a log");
        }
        String text = new String(bytes, charset);
        var lines = lines(text.startsWith("\uFEFF") ? text.substring(1) : text);
        return lines.size() > MOST_LINES
                ? broken("has more than a million lines, which no loop's log has")
                : new LogText(lines, null);
    }

    private static LogText broken(String problem) {
        return new LogText(List.of(), problem);
    }

    private static Charset charset(byte[] bytes) {
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return StandardCharsets.UTF_8;
    }

    private static boolean isBinary(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, SNIFFED); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    /** Lines end at LF; one CR before it belongs to the line end. */
    private static List<Line> lines(String text) {
        var lines = new ArrayList<Line>();
        int start = 0;
        while (start < text.length() && lines.size() <= MOST_LINES) {
            int end = text.indexOf('\n', start);
            int next = end < 0 ? text.length() : end + 1;
            int stop = end < 0 ? text.length() : end;
            if (stop > start && text.charAt(stop - 1) == '\r') {
                stop--;
            }
            lines.add(new Line(lines.size() + 1, text.substring(start, stop)));
            start = next;
        }
        return List.copyOf(lines);
    }
}
