package io.nightglass.store.journal;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * Journal files as they lie on disk: {@value #SUFFIX} files named by their first number, in which {@link #MAGIC} is
 * followed by entries: int length, int CRC-32C, then as many bytes: long first number, int rows, and per row int length
 * and its bytes. Big-endian.
 */
final class JournalFiles {
    static final byte[] MAGIC = "NGLASSJ1".getBytes(StandardCharsets.US_ASCII);
    private static final String SUFFIX = ".journal";
    private static final int HEAD = Long.BYTES + Integer.BYTES;
    private static final System.Logger LOG = System.getLogger(JournalFiles.class.getName());

    private JournalFiles() {}

    static String name(long firstSeq) {
        return "%019d%s".formatted(firstSeq, SUFFIX);
    }

    /** Oldest first. */
    static List<Path> in(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    /** Hands the sound entries of {@code file} to {@code reader} and returns how many bytes of it are sound. */
    static long read(Path file, Consumer<Journal.Entry> reader) throws IOException {
        long size = Files.size(file);
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            if (size < MAGIC.length || !java.util.Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
                return 0;
            }
            long sound = MAGIC.length;
            for (var entry = next(in, size - sound); entry.isPresent(); entry = next(in, size - sound)) {
                reader.accept(entry.get().entry());
                sound += entry.get().bytes();
            }
            return sound;
        }
    }

    private record Found(Journal.Entry entry, long bytes) {}

    private static Optional<Found> next(DataInputStream in, long left) throws IOException {
        try {
            if (left < Long.BYTES) {
                return Optional.empty();
            }
            int length = in.readInt();
            int sum = in.readInt();
            if (length < HEAD || length > left - Long.BYTES) {
                return Optional.empty();
            }
            var bytes = in.readNBytes(length);
            var actual = new CRC32C();
            actual.update(bytes);
            if (bytes.length < length || (int) actual.getValue() != sum) {
                return Optional.empty();
            }
            return Optional.of(new Found(entry(bytes), Long.BYTES + (long) length));
        } catch (EOFException cutShort) {
            return Optional.empty();
        }
    }

    private static Journal.Entry entry(byte[] bytes) throws IOException {
        try (var in = new DataInputStream(new java.io.ByteArrayInputStream(bytes))) {
            long firstSeq = in.readLong();
            int count = in.readInt();
            var rows = new ArrayList<byte[]>();
            for (int i = 0; i < count; i++) {
                rows.add(in.readNBytes(in.readInt()));
            }
            return new Journal.Entry(firstSeq, rows);
        }
    }

    static void cut(Path file, long length) throws IOException {
        if (length < MAGIC.length) {
            delete(file);
            return;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
            channel.force(true);
        }
    }

    /** Copies a damaged file under a name that no start reads. */
    static void keepAside(Path file) throws IOException {
        Files.copy(file, file.resolveSibling(file.getFileName() + ".damaged"), StandardCopyOption.REPLACE_EXISTING);
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "a journal file cannot be deleted: {0}", e.getMessage());
        }
    }
}
