package io.nightglass.store.journal;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.CRC32C;

/** The journal file that is being written. Belongs to the journal's lock. */
final class OpenFile {
    private static final int BUFFER = 1 << 18;
    private static final System.Logger LOG = System.getLogger(OpenFile.class.getName());

    private final Path path;
    private final FileChannel channel;

    /** Outside the heap: the system copies from it without a second buffer of the same size. */
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);

    /** Bytes that are on disk for good. */
    private long length;

    private OpenFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static OpenFile create(Path folder, long firstSeq) throws IOException {
        var path = folder.resolve(JournalFiles.name(firstSeq));
        var channel = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        var file = new OpenFile(path, channel);
        try {
            file.buffer.put(JournalFiles.MAGIC);
            file.flush();
            Journal.force(folder);
            file.length = channel.position();
            return file;
        } catch (IOException e) {
            file.close();
            JournalFiles.delete(path);
            throw e;
        }
    }

    Path path() {
        return path;
    }

    long length() {
        return length;
    }

    /** Writes {@code entries} and forces them to disk. */
    void append(List<Journal.Entry> entries) throws IOException {
        for (var entry : entries) {
            write(entry);
        }
        flush();
        channel.force(false);
        length = channel.position();
    }

    private void write(Journal.Entry entry) throws IOException {
        var sum = new CRC32C();
        var head = ByteBuffer.allocate(Long.BYTES + Integer.BYTES);
        head.putLong(entry.firstSeq()).putInt(entry.rows().size());
        sum.update(head.array());
        long bytes = head.capacity();
        var size = ByteBuffer.allocate(Integer.BYTES);
        for (var row : entry.rows()) {
            sum.update(size.putInt(0, row.length).array());
            sum.update(row);
            bytes += Integer.BYTES + row.length;
        }
        room(Long.BYTES);
        buffer.putInt(Math.toIntExact(bytes)).putInt((int) sum.getValue());
        put(head.array());
        for (var row : entry.rows()) {
            room(Integer.BYTES);
            buffer.putInt(row.length);
            put(row);
        }
    }

    private void room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
    }

    private void put(byte[] bytes) throws IOException {
        for (int from = 0; from < bytes.length; ) {
            room(1);
            int part = Math.min(buffer.remaining(), bytes.length - from);
            buffer.put(bytes, from, part);
            from += part;
        }
    }

    private void flush() throws IOException {
        buffer.flip();
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } finally {
            buffer.clear();
        }
    }

    /** Cuts off what is not on disk for good; false when that failed too. */
    boolean takeBack() {
        buffer.clear();
        try {
            channel.truncate(length);
            channel.position(length);
            channel.force(false);
            return true;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "a journal file cannot be mended: {0}", e.getMessage());
            return false;
        }
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "a journal file cannot be closed: {0}", e.getMessage());
        }
    }
}
