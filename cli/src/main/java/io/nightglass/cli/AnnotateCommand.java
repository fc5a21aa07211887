package io.nightglass.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nightglass annotate TEXT}: a vertical line on every time chart of a running pane. */
@Command(
        name = "annotate",
        mixinStandardHelpOptions = true,
        description = "Marks a moment with a text: a vertical line on every chart over time.",
        footer = {"", "Example: nightglass annotate \"planner prompt: tightened role spec\" --at 2026-05-14T18:20"})
final class AnnotateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "TEXT", description = "what happened, at most 8192 characters")
    private String text = "";

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "when, e.g. 2026-05-14T18:20 by the pane's clock or 2026-05-14T16:20:00Z (default: now)")
    private @Nullable String at;

    @Option(names = "--author", paramLabel = "NAME", description = "who did it (default: the user running this)")
    private @Nullable String author = System.getProperty("user.name");

    @Mixin
    private PaneOptions paneOptions = new PaneOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (text.isBlank()) {
            throw new ParameterException(spec.commandLine(), "say what happened: nightglass annotate TEXT");
        }
        var kept = paneOptions.pane().annotate(at, text, author);
        spec.commandLine()
                .getOut()
                .println("annotation %d at %s"
                        .formatted(
                                kept.path("id").asLong(),
                                kept.path("date_marker").asString()));
        return 0;
    }
}
