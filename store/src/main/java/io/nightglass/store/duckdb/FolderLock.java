package io.nightglass.store.duckdb;

import io.nightglass.store.StoreException;
import io.nightglass.store.StoreProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The claim of one process on one folder: an operating system lock on a file inside it, which also names the owner's pid.
 * The system lets go of it when the process ends, however it ends, so nothing stale is ever left behind.
 */
final class FolderLock implements AutoCloseable {
    private static final String FILE = "nightglass.lock";

    /**
     * The lock files this process holds, by device and inode. Asked before the file is opened a second time: closing any
     * handle of a file lets go of the process's lock on it.
     */
    private static final Set<Object> HELD = ConcurrentHashMap.newKeySet();

    private final FileChannel channel;
    private final Object key;

    private FolderLock(FileChannel channel, Object key) {
        this.channel = channel;
        this.key = key;
    }

    /**
     * Takes {@code folder}, creating it when absent.
     *
     * @throws StoreException with {@link StoreProblem.FolderTaken} at once when somebody else has it
     */
    static FolderLock take(Path folder) {
        try {
            var file = Files.createDirectories(real(folder)).resolve(FILE);
            if (Files.notExists(file)) {
                Files.write(file, new byte[0], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
            Object key = Objects.requireNonNullElse(
                    Files.readAttributes(file, BasicFileAttributes.class).fileKey(), file);
            if (!HELD.add(key)) {
                throw taken(folder, ProcessHandle.current().pid());
            }
            return lock(folder, file, key);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the folder " + folder, e);
        }
    }

    private static FolderLock lock(Path folder, Path file, Object key) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw taken(folder, ownerIn(channel));
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new FolderLock(channel, key);
        } catch (IOException | RuntimeException e) {
            HELD.remove(key);
            channel.close();
            throw e;
        }
    }

    /** A symlink to a folder is that folder; {@code createDirectories} alone would refuse it. */
    private static Path real(Path folder) throws IOException {
        return Files.exists(folder) ? folder.toRealPath() : folder.toAbsolutePath();
    }

    private static long ownerIn(FileChannel channel) throws IOException {
        var buffer = ByteBuffer.allocate(20);
        channel.read(buffer, 0);
        var text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII).strip();
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    private static StoreException taken(Path folder, long pid) {
        return new StoreException(new StoreProblem.FolderTaken(folder.toString(), pid));
    }

    /** Lets go. Closing twice is harmless. */
    @Override
    public void close() {
        try {
            if (channel.isOpen()) {
                channel.close();
                HELD.remove(key);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot let go of the folder", e);
        }
    }
}
