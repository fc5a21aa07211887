package io.nightglass.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nightglass trace ROUND_ID}: one round of a running pane as a tree, the same as its page. */
@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        description = "Prints what happened in one round, each event under what it belongs to.",
        footer = {"", "Example: nightglass trace 01JV9ESAMPLE0ROUND84KEPT00 --format json"})
final class TraceCommand implements Callable<Integer> {
    /** How a tree is printed. */
    enum Form {
        text,
        json
    }

    @Parameters(paramLabel = "ROUND_ID", description = "which round; the rounds page lists them")
    private String round = "";

    @Option(names = "--format", description = "text (default) or json", defaultValue = "text")
    private Form format = Form.text;

    @Mixin
    private PaneOptions paneOptions = new PaneOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var id = URLEncoder.encode(round, StandardCharsets.UTF_8);
        var tree = paneOptions.pane().look("/api/projects/@current/trace/?format=%s&round_id=%s".formatted(format, id));
        var out = spec.commandLine().getOut();
        out.print(format == Form.json ? tree + System.lineSeparator() : tree);
        out.flush();
        if (out.checkError()) {
            throw new UncheckedIOException(new IOException("standard output is closed"));
        }
        return 0;
    }
}
