package io.nightglass.sdk.spool;

import com.github.f4b6a3.ulid.Ulid;
import io.nightglass.catalog.Ulids;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The folder of one journal, held by a lock on a file in it. The lock ends with the process, however it ends, so a folder
 * that can be locked belongs to nobody alive.
 */
final class JournalFolder implements Closeable {
    private static final String SEGMENT = ".segment";
    private static final String UNFINISHED = ".new";
    /**
     * The folders this process holds. A second lock within one process is refused by Java, but closing the file that was
     * opened to try it would give the first one up (fcntl), so nothing held is opened again.
     */
    private static final Set<Path> HELD = Collections.synchronizedSet(new HashSet<>());

    private final Path path;
    private final FileChannel lockFile;

    private JournalFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /** A new folder below {@code parent}; nobody sees it before it is locked. */
    static JournalFolder create(Path parent) throws IOException {
        var path = Files.createDirectories(parent).toRealPath().resolve(Ulids.next());
        var unfinished = path.resolveSibling(path.getFileName() + UNFINISHED);
        Files.createDirectory(unfinished);
        HELD.add(path);
        try {
            var lockFile = FileChannel.open(
                    unfinished.resolve("lock"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            lockFile.lock();
            Files.move(unfinished, path);
            return new JournalFolder(path, lockFile);
        } catch (IOException e) {
            HELD.remove(path);
            throw e;
        }
    }

    /** The folders below {@code parent} that belong to nobody alive, oldest first, now held. */
    static List<JournalFolder> left(Path parent) throws IOException {
        var found = new ArrayList<JournalFolder>();
        try (var folders = Files.list(parent)) {
            for (var folder :
                    (Iterable<Path>) folders.filter(JournalFolder::isJournal).sorted()::iterator) {
                take(folder.toRealPath()).ifPresent(found::add);
            }
        } catch (NoSuchFileException e) {
            return found; // somebody else delivered it and took it away
        }
        return found;
    }

    private static boolean isJournal(Path folder) {
        return Ulid.isValid(folder.getFileName().toString());
    }

    private static Optional<JournalFolder> take(Path folder) throws IOException {
        if (!HELD.add(folder)) {
            return Optional.empty();
        }
        FileChannel lockFile = null;
        try {
            lockFile = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(lockFile) && Files.exists(folder.resolve("lock"))) {
                return Optional.of(new JournalFolder(folder, lockFile));
            }
        } catch (NoSuchFileException e) {
            // taken away meanwhile
        }
        HELD.remove(folder);
        if (lockFile != null) {
            lockFile.close();
        }
        return Optional.empty();
    }

    private static boolean tryLock(FileChannel lockFile) throws IOException {
        try {
            FileLock lock = lockFile.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // another class loader of this process holds it
        }
    }

    Path segmentFile(long number) {
        return path.resolve("%010d%s".formatted(number, SEGMENT));
    }

    /** Its segments in the order they were written. */
    List<Path> segmentFiles() throws IOException {
        try (var files = Files.list(path)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SEGMENT))
                    .sorted()
                    .toList();
        }
    }

    Path path() {
        return path;
    }

    /** Ends the folder itself; segments that stand in it keep it. */
    void delete() throws IOException {
        if (segmentFiles().isEmpty()) {
            Files.deleteIfExists(path.resolve("cursor"));
            Files.deleteIfExists(path.resolve("lock"));
            Files.deleteIfExists(path);
        }
    }

    /** Gives the lock up. */
    @Override
    public void close() throws IOException {
        HELD.remove(path);
        lockFile.close();
    }
}
