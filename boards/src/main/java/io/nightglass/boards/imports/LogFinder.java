package io.nightglass.boards.imports;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the logs of a repository folder by their names, and of any other folder also every table that lies directly in
 * it. Links are not followed; what cannot be read is passed over.
 */
public final class LogFinder {
    private static final Pattern LOG =
            Pattern.compile("(.*[-_.])?(results?|experiments?|autoresearch|ledger)([-_.].*)?\\.(tsv|csv|jsonl|ndjson)");
    private static final Set<String> SKIPPED =
            Set.of("node_modules", "target", "build", "dist", "__pycache__", "venv", "site-packages", "vendor");
    private static final Pattern TABLE = Pattern.compile(".*\\.(tsv|jsonl|ndjson)");
    private static final int DEPTH = 6;
    private static final int MOST = 1000;

    private LogFinder() {}

    /** {@code path} itself when it is no folder, else the logs below it in the order of their names. */
    public static List<Path> find(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(path, Set.of(), DEPTH, visitor(path, found));
        } catch (IOException | SecurityException e) {
            return List.copyOf(found); // the visitor passes over what it cannot read: this is the folder itself
        }
        found.sort(null);
        return List.copyOf(found);
    }

    private static FileVisitor<Path> visitor(Path root, List<Path> found) {
        boolean isRepository = Files.exists(root.resolve(".git"));
        return new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                var name = String.valueOf(folder.getFileName());
                boolean isSkipped = !folder.equals(root) && (name.startsWith(".") || SKIPPED.contains(name));
                return isSkipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
                boolean isCollected = !isRepository
                        && root.equals(file.getParent())
                        && TABLE.matcher(name).matches();
                if (attributes.isRegularFile()
                        && (isCollected || LOG.matcher(name).matches())) {
                    found.add(file);
                }
                return found.size() < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException problem) {
                return FileVisitResult.CONTINUE;
            }
        };
    }
}
