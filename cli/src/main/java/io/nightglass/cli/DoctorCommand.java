package io.nightglass.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nightglass doctor}: what is wrong with what the loops send. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Looks for pitfalls in the events kept: each with count, example and what to do.",
        footer = {"", "Example: nightglass doctor --format json"})
final class DoctorCommand implements Callable<Integer> {
    /** How findings are printed. */
    enum Form {
        text,
        json
    }

    @Option(names = "--format", description = "text (default) or json", defaultValue = "text")
    private Form format = Form.text;

    @Mixin
    private PaneOptions paneOptions = new PaneOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** 0 with findings too: a finding is an answer, not a failure of the command. */
    @Override
    public Integer call() {
        var findings = paneOptions.pane().look("/api/projects/@current/doctor/?format=" + format);
        var out = spec.commandLine().getOut();
        out.print(findings.endsWith("\n") ? findings : findings + "\n");
        out.flush();
        if (out.checkError()) {
            throw new UncheckedIOException(new IOException("standard output is closed"));
        }
        return 0;
    }
}
