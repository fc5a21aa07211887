package io.nightglass.cli;

import io.nightglass.cli.pane.Pane;
import io.nightglass.cli.pane.PaneAddress;
import io.nightglass.cli.pane.PaneException;
import io.nightglass.sdk.Environment;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the asking commands find their pane: by the environment, else by the data folder of a pane on this machine. */
final class PaneOptions {
    private static final URI USUAL = URI.create("http://127.0.0.1:8000");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "data folder of the pane, to find its address and keys (default: ./data, then ./demo-data)")
    private @Nullable Path data;

    /** @throws PaneException when no key is known, saying where to get one */
    Pane pane() {
        return pane(Environment.of(System.getenv()));
    }

    Pane pane(Environment environment) {
        var running = folders().stream()
                .map(PaneAddress::in)
                .flatMap(Optional::stream)
                .filter(address ->
                        environment.host().isEmpty() || environment.host().get().equals(address.host()))
                .findFirst();
        var host = environment.host().or(() -> running.map(PaneAddress::host)).orElse(USUAL);
        return new Pane(
                host,
                environment
                        .projectKey()
                        .or(() -> running.map(PaneAddress::projectKey))
                        .orElse(""),
                environment
                        .personalKey()
                        .or(() -> running.map(PaneAddress::personalKey))
                        .orElseThrow(() -> new PaneException(
                                "no key for %s: set POSTHOG_PERSONAL_API_KEY (./nightglass serve printed it at its first"
                                                .formatted(host)
                                        + " start), or name the pane's folder with --data",
                                null)));
    }

    /** The folder of the pane that runs here; when none does, the one it would have. */
    Path folder() {
        return folders().stream()
                .filter(folder -> PaneAddress.in(folder).isPresent())
                .findFirst()
                .orElse(folders().getFirst())
                .toAbsolutePath()
                .normalize();
    }

    private List<Path> folders() {
        return data != null ? List.of(data) : List.of(Path.of("data"), Path.of("demo-data"));
    }
}
