package io.nightglass.cli;

import io.nightglass.cli.pane.RunningPane;
import io.nightglass.cli.sample.SampleNights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;

/**
 * {@code nightglass rehearse}: one start as the launcher records it for the JVM's cache of loaded classes. Starts a pane
 * on a folder that goes again, sends and asks a little, looks at each page once, and stops.
 */
@Command(
        name = "rehearse",
        hidden = true,
        mixinStandardHelpOptions = true,
        description =
                "Starts, uses and stops a pane on a temporary folder, so that the JVM can learn what a start needs.",
        footer = {"", "Example: java -XX:AOTCacheOutput=nightglass.aot -jar nightglass.jar rehearse"})
final class RehearseCommand implements Callable<Integer> {
    private static final List<String> PAGES = List.of("/_health", "/", "/rounds", "/boards", "/health");

    @Override
    public Integer call() throws IOException {
        var data = Files.createTempDirectory("nightglass-rehearsal");
        try (var pane = RunningPane.open(ServerEnvironment.config("127.0.0.1", 0, data))) {
            var client = pane.client();
            var sent = new AtomicBoolean();
            SampleNights.before(Instant.now(), ZoneOffset.UTC).write(batch -> {
                if (sent.compareAndSet(false, true)) {
                    client.send(batch);
                }
            });
            client.query("SELECT event, count() FROM events GROUP BY event");
            PAGES.forEach(client::look);
        } finally {
            delete(data);
        }
        return 0;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
