package io.nightglass.cli.hook;

import io.nightglass.cli.pane.PaneException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The post-commit hook of one git repository. A hook that stands there already is kept beside it and runs first.
 *
 * @param repository a folder inside the work tree
 */
public record PostCommitHook(Path repository) {
    private static final String NAME = "post-commit";
    private static final String KEPT = "post-commit.local";
    private static final String MARK = "# Nightglass:";

    /**
     * What was done.
     *
     * @param hook where it stands
     * @param honoured whether a hook of the repository's own runs first
     */
    public record Installed(Path hook, boolean honoured) {}

    /**
     * Writes the hook; twice does no harm.
     *
     * @param data the folder of the pane, where the hook finds its address and key while it runs
     * @throws PaneException when this is no repository, or its hooks are shared with others
     */
    public Installed install(Path data) {
        var top = Path.of(git("rev-parse", "--show-toplevel"));
        var common = repository.resolve(git("rev-parse", "--git-common-dir")).toAbsolutePath();
        var hooks = repository.resolve(git("rev-parse", "--git-path", "hooks")).toAbsolutePath();
        if (!real(hooks).startsWith(real(top)) && !real(hooks).startsWith(real(common))) {
            throw new PaneException(
                    "the hooks of %s are shared with other repositories (core.hooksPath is %s); unset it here first"
                            .formatted(top, hooks),
                    null);
        }
        try {
            Files.createDirectories(hooks);
            var hook = hooks.resolve(NAME);
            var kept = hooks.resolve(KEPT);
            if (Files.exists(hook) && !isOurs(hook)) {
                if (Files.exists(kept)) {
                    throw new PaneException(
                            "both %s and %s exist and are not ours; put them into one first".formatted(hook, kept),
                            null);
                }
                Files.move(hook, kept);
            }
            write(hook);
            git(
                    "config",
                    "--local",
                    "nightglass.data",
                    data.toAbsolutePath().normalize().toString());
            return new Installed(hook, Files.exists(kept));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOurs(Path hook) throws IOException {
        return new String(Files.readAllBytes(hook), StandardCharsets.ISO_8859_1).contains(MARK);
    }

    private static void write(Path hook) throws IOException {
        try (var script = Objects.requireNonNull(PostCommitHook.class.getResourceAsStream(NAME), NAME)) {
            var part = hook.resolveSibling(NAME + ".part");
            Files.write(part, script.readAllBytes());
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(part, hook, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Path real(Path path) {
        try {
            return Files.exists(path) ? path.toRealPath() : path.normalize();
        } catch (IOException e) {
            return path.normalize();
        }
    }

    private String git(String... arguments) {
        var command = new ArrayList<>(List.of("git", "-C", repository.toString()));
        command.addAll(List.of(arguments));
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new PaneException(
                        "%s is no git repository with files; name one: nightglass hook install REPO"
                                .formatted(repository),
                        null);
            }
            return said;
        } catch (IOException e) {
            throw new PaneException("git is not to be found; install it first", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PaneException("interrupted while asking git", e);
        }
    }
}
