package io.nightglass.sdk.spool;

import java.io.IOException;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a journal: a mapped file, or memory while the disk takes no file. One thread at a time appends; others may
 * read up to {@link #end()} meanwhile.
 */
final class Segment {
    /** Bytes before the first record: magic, version, first sequence number, check sum of these two. */
    static final int HEADER = 20;
    /** Bytes before the JSON of a record: magic, check sum, sequence number, length. */
    static final int RECORD = 20;

    /** The first sequence number of a segment that holds no event: one made ahead of need. */
    static final long NOTHING = Long.MAX_VALUE;

    static final int VERSION = 1;
    private static final int SEGMENT_MAGIC = 0x4e47_5347;
    static final int RECORD_MAGIC = 0x4e47_4556;
    private static final ByteBuffer ZEROS = ByteBuffer.allocateDirect(1 << 16).asReadOnlyBuffer();

    private final @Nullable Path file;
    private final ByteBuffer buffer;
    private final CRC32C sum = new CRC32C();
    private long firstSequence;
    private volatile long lastSequence;
    private volatile int end = HEADER;

    private Segment(@Nullable Path file, ByteBuffer buffer) {
        this.file = file;
        this.buffer = buffer;
    }

    /**
     * A file of {@code bytes} zeros, every block written, so that a full disk shows here and not where memory is touched.
     *
     * @throws IOException when the disk does not take it; nothing is left of it then
     */
    static Segment create(Path file, int bytes) throws IOException {
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            for (long left = bytes; left > 0; ) {
                left -= channel.write(ZEROS.duplicate().limit((int) Math.min(left, ZEROS.capacity())));
            }
            return new Segment(file, channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes));
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** One in memory, which the process takes with it. */
    static Segment inMemory(int bytes) {
        return new Segment(null, ByteBuffer.allocate(bytes));
    }

    /**
     * One that another process left, to read. Where its header is damaged its records still speak for themselves.
     *
     * @throws ForeignSegmentException when its header is that of another version
     */
    static Segment open(Path file) throws IOException, ForeignSegmentException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = Math.min(channel.size(), Integer.MAX_VALUE);
            var segment = new Segment(file, channel.map(FileChannel.MapMode.READ_ONLY, 0, size));
            segment.end = (int) size;
            segment.firstSequence = segment.readHeader(file);
            return segment;
        }
    }

    private long readHeader(Path path) throws ForeignSegmentException {
        if (end >= HEADER && buffer.getInt(0) == SEGMENT_MAGIC && buffer.getInt(16) == headerSum()) {
            if (buffer.getInt(4) != VERSION) {
                throw new ForeignSegmentException(path, buffer.getInt(4));
            }
            return buffer.getLong(8);
        }
        var first = new SegmentReader(this, HEADER).next();
        return first == null ? NOTHING : first.sequence();
    }

    /** Makes it the one that is written: the next record has {@code sequence}. */
    void begin(long sequence) {
        firstSequence = sequence;
        lastSequence = sequence - 1;
        buffer.putInt(4, VERSION).putLong(8, sequence);
        buffer.putInt(16, headerSum());
        VarHandle.releaseFence();
        buffer.putInt(0, SEGMENT_MAGIC);
    }

    private int headerSum() {
        var crc = new CRC32C();
        crc.update(buffer.duplicate().position(4).limit(16));
        return (int) crc.getValue();
    }

    /** Adds a record; false when there is no room for it. */
    boolean append(byte[] json, int length) {
        int at = end;
        if (length > buffer.capacity() - at - RECORD) {
            return false;
        }
        long sequence = lastSequence + 1;
        buffer.put(at + RECORD, json, 0, length);
        buffer.putInt(at + 4, sumOf(sum, sequence, json, length))
                .putLong(at + 8, sequence)
                .putInt(at + 16, length);
        // The mark comes last: a record half written when the process died is not there at all.
        VarHandle.releaseFence();
        buffer.putInt(at, RECORD_MAGIC);
        lastSequence = sequence;
        end = at + RECORD + length;
        return true;
    }

    /** Forces what stands between two positions to the disk. */
    void force(int from, int to) {
        if (buffer instanceof MappedByteBuffer mapped) {
            mapped.force(from, to - from);
        }
    }

    /** The record at {@code position} when a good one stands there. */
    @Nullable
    Stored at(int position) {
        int limit = end;
        if (position > limit - RECORD || buffer.getInt(position) != RECORD_MAGIC) {
            return null;
        }
        int length = buffer.getInt(position + 16);
        if (length < 0 || length > limit - position - RECORD) {
            return null;
        }
        long sequence = buffer.getLong(position + 8);
        var json = new byte[length];
        buffer.get(position + RECORD, json);
        return buffer.getInt(position + 4) == sumOf(new CRC32C(), sequence, json, length)
                ? new Stored(sequence, json)
                : null;
    }

    /** Whether something was begun at {@code position}: true for damage, false where writing ended. */
    boolean isMarked(int position) {
        return position <= end - Integer.BYTES && buffer.getInt(position) == RECORD_MAGIC;
    }

    /** Over sequence number, length and JSON. Readers bring a CRC of their own: the writer's is busy. */
    private static int sumOf(CRC32C crc, long sequence, byte[] json, int length) {
        crc.reset();
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            crc.update((int) (sequence >>> shift) & 0xff);
        }
        crc.update(json, 0, length);
        return (int) crc.getValue() ^ length;
    }

    /** Ends its file; what is mapped stays readable until nobody reads it. */
    void delete() throws IOException {
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    boolean isOnDisk() {
        return file != null;
    }

    int bytes() {
        return buffer.capacity();
    }

    /** Where the next record goes; in a segment that was opened, where it ends at the latest. */
    int end() {
        return end;
    }

    long firstSequence() {
        return firstSequence;
    }

    /** That of the last record written here by this process. */
    long lastSequence() {
        return lastSequence;
    }
}
