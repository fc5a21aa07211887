package io.nightglass.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./nightglass bench NAME}: each prints a line fit for {@code bench/RESULTS.md}. */
@Command(
        name = "nightglass bench",
        mixinStandardHelpOptions = true,
        description = "Measures this machine; figures belong into bench/RESULTS.md.",
        subcommands = {
            IngestBench.class,
            StartBench.class,
            BoardsBench.class,
            QueriesBench.class,
            TraceBench.class,
            SdkBench.class
        },
        footer = {"", "Example: nightglass bench ingest"})
public final class Bench implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "name a measurement: ingest, start, boards, queries, trace or sdk");
    }
}
