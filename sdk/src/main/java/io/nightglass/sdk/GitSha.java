package io.nightglass.sdk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The commit the working directory stands at, read from git's own files: no process is started for it. */
final class GitSha {
    private static final int SHORT = 7;
    private static final int DEEPEST_REFERENCE = 5;

    private GitSha() {}

    /** Short SHA; empty outside a repository and before its first commit. */
    static Optional<String> here() {
        return of(Path.of("").toAbsolutePath());
    }

    static Optional<String> of(Path folder) {
        for (Path at = folder; at != null; at = at.getParent()) {
            var git = at.resolve(".git");
            if (Files.exists(git)) {
                return read(git);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> read(Path git) {
        try {
            var folder = git;
            if (Files.isRegularFile(git)) { // a worktree: "gitdir: path"
                folder = git.resolveSibling(Files.readString(git)
                        .strip()
                        .substring("gitdir:".length())
                        .strip());
            }
            var shared = folder.resolve("commondir");
            var common = Files.exists(shared)
                    ? folder.resolve(Files.readString(shared).strip()).normalize()
                    : folder;
            var sha = follow(
                    folder, common, Files.readString(folder.resolve("HEAD")).strip(), DEEPEST_REFERENCE);
            return Optional.ofNullable(sha)
                    .filter(text -> text.length() >= SHORT)
                    .map(text -> text.substring(0, SHORT));
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // not a repository git would read either
        }
    }

    private static @Nullable String follow(Path folder, Path common, String text, int left) throws IOException {
        if (!text.startsWith("ref:") || left == 0) {
            return text;
        }
        var name = text.substring("ref:".length()).strip();
        for (var place : new Path[] {folder, common}) {
            var file = place.resolve(name);
            if (Files.isRegularFile(file)) {
                return follow(folder, common, Files.readString(file).strip(), left - 1);
            }
        }
        var packed = common.resolve("packed-refs");
        if (Files.exists(packed)) {
            for (var line : Files.readAllLines(packed)) {
                if (line.endsWith(" " + name)) {
                    return line.substring(0, line.indexOf(' '));
                }
            }
        }
        return null;
    }
}
