package io.nightglass.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * The two keys of a pane: the project key sends events, the personal key asks questions.
 *
 * @param project {@code phc_...}; public in the sense of PostHog, it can only send
 * @param personal {@code phx_...}; a secret
 * @param areNew whether one of them was made just now, so that it should be shown once
 */
public record Keys(String project, String personal, boolean areNew) {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 43; // 256 bits

    /** The keys of {@code config}; those it does not name are read from its data folder, or made and kept there. */
    public static Keys of(Config config) {
        var project = Found.of(config.projectKey(), config.data().resolve("project.key"), "phc_");
        var personal = Found.of(config.personalKey(), config.data().resolve("personal.key"), "phx_");
        return new Keys(project.key, personal.key, project.isNew || personal.isNew);
    }

    /** Whether {@code key} is the project key, told in a time that does not depend on how much of it is right. */
    public boolean isProject(String key) {
        return same(project, key);
    }

    /** Whether {@code key} is the personal key. */
    public boolean isPersonal(String key) {
        return same(personal, key);
    }

    /** Keys never show in a log line. */
    @Override
    public String toString() {
        return "Keys[...]";
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private record Found(String key, boolean isNew) {

        static Found of(@Nullable String given, Path file, String prefix) {
            if (given != null && !given.isBlank()) {
                return new Found(given.strip(), false);
            }
            try {
                return Files.exists(file) ? read(file) : made(file, prefix);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot keep the key in " + file + "; check the folder's owner", e);
            }
        }

        private static Found read(Path file) throws IOException {
            return new Found(Files.readString(file).strip(), false);
        }

        private static Found made(Path file, String prefix) throws IOException {
            var key = new StringBuilder(prefix);
            new SecureRandom().ints(LENGTH, 0, LETTERS.length()).forEach(letter -> key.append(LETTERS.charAt(letter)));
            Files.createDirectories(file.toAbsolutePath().getParent());
            try {
                var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
                Files.createFile(file, ownerOnly);
            } catch (FileAlreadyExistsException e) {
                return read(file);
            }
            Files.writeString(file, key + "\n", StandardOpenOption.WRITE);
            return new Found(key.toString(), true);
        }
    }
}
