package io.nightglass.cli;

import io.nightglass.cli.pane.RunningPane;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nightglass serve}: the pane, until it is told to stop. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Runs the pane on one data folder until it is stopped (Ctrl-C or SIGTERM).",
        footer = {"", "Example: nightglass serve --port 8000 --data ./data"})
final class ServeCommand implements Callable<Integer> {
    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "address to listen on (default: ${DEFAULT-VALUE})")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
            defaultValue = "8000",
            converter = PortConverter.class,
            description = "port, 0 for a free one (default: ${DEFAULT-VALUE})")
    private int port = 8000;

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "data", description = "data folder (default: ./data)")
    private Path data = Path.of("data");

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "prices and redaction (default: nightglass.toml in the data folder; docs/config.md)")
    private @Nullable Path config;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        var out = spec.commandLine().getOut();
        try (var pane = RunningPane.open(ServerEnvironment.config(host, port, data, config))) {
            out.printf("Nightglass: %s%n", pane.address().host());
            if (pane.keysAreNew()) {
                out.printf(
                        "  project key   %s   (sends events: POSTHOG_API_KEY)%n",
                        pane.address().projectKey());
                out.printf(
                        "  personal key  %s   (asks questions: POSTHOG_PERSONAL_API_KEY)%n",
                        pane.address().personalKey());
                out.printf("  Both are kept in %s and not shown again.%n", data);
            }
            out.flush();
            pane.untilStopped();
        }
        return 0;
    }
}
