package io.nightglass.cli.pane;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/**
 * Where a running pane listens and by which keys, left in its data folder for the commands of the same user: readable by
 * the owner alone, gone when the pane stops.
 */
public record PaneAddress(URI host, String projectKey, String personalKey) {
    private static final String FILE = "pane.address";

    /** The address left in {@code folder}; empty when none is, or it cannot be read. */
    public static Optional<PaneAddress> in(Path folder) {
        try {
            var lines = Files.readAllLines(folder.resolve(FILE));
            return lines.size() < 3
                    ? Optional.empty()
                    : Optional.of(new PaneAddress(URI.create(lines.get(0)), lines.get(1), lines.get(2)));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty(); // no pane runs there, or it is another user's
        }
    }

    /** Leaves this address in {@code folder}, replacing one that a killed pane left behind. */
    public void leaveIn(Path folder) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.deleteIfExists(folder.resolve(FILE));
        Files.createFile(folder.resolve(FILE), ownerOnly);
        Files.write(folder.resolve(FILE), List.of(host.toString(), projectKey, personalKey), StandardOpenOption.WRITE);
    }

    /** Takes the address back; harmless when it is gone. */
    public static void removeFrom(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(FILE));
        } catch (IOException e) {
            // a stale address costs the next command one refused connection, nothing more
        }
    }

    /** Names no key. */
    @Override
    public String toString() {
        return "PaneAddress[" + host + "]";
    }
}
