package io.nightglass.sdk.spool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/** The file that says how much of a journal is delivered: the sequence number of the last event, and its check sum. */
final class Cursor implements Closeable {
    private static final int BYTES = 16;
    private final FileChannel channel;

    private Cursor(FileChannel channel) {
        this.channel = channel;
    }

    static Cursor in(Path folder) throws IOException {
        return new Cursor(FileChannel.open(
                folder.resolve("cursor"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE));
    }

    /** The last sequence number delivered; 0 when nothing is known, which sends all of it once more. */
    long read() throws IOException {
        var bytes = ByteBuffer.allocate(BYTES);
        while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {}
        return !bytes.hasRemaining() && bytes.getLong(8) == sum(bytes) ? bytes.getLong(0) : 0;
    }

    void write(long sequence) throws IOException {
        var bytes = ByteBuffer.allocate(BYTES).putLong(0, sequence);
        bytes.putLong(8, sum(bytes));
        while (bytes.hasRemaining()) {
            channel.write(bytes, bytes.position());
        }
    }

    private static long sum(ByteBuffer bytes) {
        var crc = new CRC32C();
        crc.update(bytes.duplicate().position(0).limit(8));
        return crc.getValue();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
