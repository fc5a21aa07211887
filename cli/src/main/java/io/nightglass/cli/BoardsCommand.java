package io.nightglass.cli;

import io.nightglass.cli.pane.Pane;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code nightglass boards}: the boards of a running pane and the question each answers. */
@Command(
        name = "boards",
        mixinStandardHelpOptions = true,
        description = "Lists the boards and the question each answers.",
        footer = {"", "Example: nightglass boards"})
final class BoardsCommand implements Callable<Integer> {
    @Option(names = "--format", description = "table (default), csv or json", defaultValue = "table")
    private Format format = Format.table;

    @Mixin
    private PaneOptions paneOptions = new PaneOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Pane pane = paneOptions.pane();
        var boards = pane.get("/api/projects/@current/boards/");
        var json = JsonMapper.shared();
        var columns = json.createArrayNode().add("board").add("question");
        var rows = json.createArrayNode();
        for (var board : boards.path("results")) {
            rows.addArray().add(board.path("board")).add(board.path("question"));
        }
        format.print(columns, rows, boards.path("results"), spec.commandLine().getOut());
        return 0;
    }
}
