package io.nightglass.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code nightglass hook}: what a repository tells the pane. */
@Command(
        name = "hook",
        mixinStandardHelpOptions = true,
        description = "Makes each commit a vertical line on every chart over time.",
        subcommands = HookInstallCommand.class,
        footer = {"", "Example: nightglass hook install ~/gtm-autoresearch"})
final class HookCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "say what to do: install");
    }
}
