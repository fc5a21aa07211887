package io.nightglass.cli;

import io.nightglass.cli.pane.Pane;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nightglass query HOGQL}: asks a running pane. */
@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        description = "Asks a running pane a HogQL question.",
        footer = {
            "",
            "Example: nightglass query 'SELECT event, count() FROM events GROUP BY event ORDER BY count() DESC'"
        })
final class QueryCommand implements Callable<Integer> {
    @Parameters(paramLabel = "HOGQL", description = "the query, or - to read it from standard input")
    private String hogql = "";

    @Option(names = "--format", description = "table (default), csv or json", defaultValue = "table")
    private Format format = Format.table;

    @Mixin
    private PaneOptions paneOptions = new PaneOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Pane pane = paneOptions.pane();
        var text = hogql.equals("-") ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8) : hogql;
        var answer = pane.query(text);
        format.print(
                answer.path("columns"),
                answer.path("results"),
                answer,
                spec.commandLine().getOut());
        for (var warning : answer.path("warnings")) {
            spec.commandLine().getErr().println(warning.path("message").asString());
        }
        if (answer.path("hasMore").asBoolean(false)) {
            spec.commandLine()
                    .getErr()
                    .printf(
                            "more rows exist than the %d shown; add a LIMIT%n",
                            answer.path("results").size());
        }
        return 0;
    }
}
