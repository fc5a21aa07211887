package io.nightglass.cli;

import io.nightglass.cli.pane.Pane;
import io.nightglass.cli.pane.RunningPane;
import io.nightglass.cli.sample.SampleNights;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nightglass demo}: fourteen sample nights in a folder of their own, and the pane on them. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Writes fourteen sample nights of three loops and runs the pane on them, ready to look at.",
        footer = {"", "Example: nightglass demo --port 8001"})
final class DemoCommand implements Callable<Integer> {
    /** Says which night the samples of a folder end with; written after the last of them. */
    private static final String MARK = "sample-nights";

    @Option(
            names = "--port",
            defaultValue = "8000",
            converter = PortConverter.class,
            description = "port, 0 for a free one (default: ${DEFAULT-VALUE})")
    private int port = 8000;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "demo-data",
            description = "data folder, kept apart from your own (default: ./demo-data)")
    private Path data = Path.of("demo-data");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        var config = ServerEnvironment.config("127.0.0.1", port, data);
        try (var pane = RunningPane.open(config)) {
            var nights = SampleNights.before(Instant.now(), config.zone());
            var last = lastNight();
            if (last.isEmpty()) {
                write(nights, pane.client());
                Files.writeString(data.resolve(MARK), nights.lastNight() + "\n");
            }
            show(nights, last.orElse(nights.lastNight()), pane);
            pane.untilStopped();
        }
        return 0;
    }

    private void write(SampleNights nights, Pane pane) {
        try (var progress = progress()) {
            nights.write(batch -> {
                pane.send(batch);
                progress.stepBy(batch.size());
            });
        }
        nights.annotations().forEach(annotation -> pane.annotate(annotation.at(), annotation.content()));
    }

    /** Standard error is the terminal's; the bar is silent when it is none. */
    private static ProgressBar progress() {
        return new ProgressBarBuilder()
                .setTaskName("Writing sample nights")
                .setInitialMax(-1)
                .setUnit(" events", 1)
                .build();
    }

    private Optional<LocalDate> lastNight() throws IOException {
        var mark = data.resolve(MARK);
        return Files.exists(mark)
                ? Optional.of(LocalDate.parse(Files.readString(mark).strip()))
                : Optional.empty();
    }

    private void show(SampleNights nights, LocalDate last, RunningPane pane) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%nNightglass: %s/?night=%s%n%n", pane.address().host(), last);
        if (last.equals(nights.lastNight())) {
            out.println("What to look at:");
            nights.story().forEach(sentence -> out.println("  - " + sentence));
        } else {
            out.printf(
                    "These sample nights were written on an earlier day. For fresh ones, delete %s and start again.%n",
                    data);
        }
        out.printf("%nThe data is invented and says so. Stop with Ctrl-C; your own nights: ./nightglass serve%n");
        out.flush();
    }
}
