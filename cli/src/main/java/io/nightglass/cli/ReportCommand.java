package io.nightglass.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nightglass report}: the morning of a running pane, the same numbers as its first page. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Prints the morning report: what improved, what it cost, where rounds leaked, what changed.",
        footer = {"", "Example: nightglass report --night 2026-05-14 --format md"})
final class ReportCommand implements Callable<Integer> {
    /** How a report is printed. */
    enum Form {
        text,
        md,
        json
    }

    @Option(
            names = "--night",
            paramLabel = "DATE",
            description = "the day the night began, YYYY-MM-DD (default: the last night)")
    private @Nullable LocalDate night;

    @Option(names = "--format", description = "text (default), md or json", defaultValue = "text")
    private Form format = Form.text;

    @Mixin
    private PaneOptions paneOptions = new PaneOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var report = paneOptions
                .pane()
                .look("/api/projects/@current/report/?format=%s%s"
                        .formatted(format, night == null ? "" : "&night=" + night));
        var out = spec.commandLine().getOut();
        out.print(report.endsWith("\n") ? report : report + "\n");
        out.flush();
        if (out.checkError()) {
            throw new UncheckedIOException(new IOException("standard output is closed"));
        }
        return 0;
    }
}
