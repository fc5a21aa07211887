package io.nightglass.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code nightglass import}: what brings old logs into a pane. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Brings the logs of loops into a pane.",
        subcommands = ImportAutoresearchCommand.class,
        footer = {"", "Example: nightglass import autoresearch results.tsv"})
final class ImportCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "name what to import: autoresearch");
    }
}
