package io.nightglass.cli;

import io.nightglass.cli.pane.Pane;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nightglass board ID}: one board of a running pane, the same numbers as its page. */
@Command(
        name = "board",
        mixinStandardHelpOptions = true,
        description = "Prints one board: the same rows as its page.",
        footer = {"", "Example: nightglass board score-trend --project gtm-autoresearch --format csv"})
final class BoardCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "which board; nightglass boards lists them")
    private String id = "";

    @Option(names = "--from", paramLabel = "DATE", description = "first day, YYYY-MM-DD (default: 30 days back)")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "last day, inclusive (default: today)")
    private @Nullable LocalDate to;

    @Option(names = "--project", description = "only this loop")
    private @Nullable String project;

    @Option(names = "--client", description = "only this client")
    private @Nullable String client;

    @Option(names = "--format", description = "table (default), csv or json", defaultValue = "table")
    private Format format = Format.table;

    @Mixin
    private PaneOptions paneOptions = new PaneOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Pane pane = paneOptions.pane();
        var answer = pane.get("/api/projects/@current/boards/" + encoded(id) + "/" + filters());
        format.print(
                answer.path("columns"),
                answer.path("rows"),
                answer,
                spec.commandLine().getOut());
        return 0;
    }

    private String filters() {
        var filters = new ArrayList<String>();
        add(filters, "from", from);
        add(filters, "to", to);
        add(filters, "project", project);
        add(filters, "client", client);
        return filters.isEmpty() ? "" : "?" + String.join("&", filters);
    }

    private static void add(ArrayList<String> filters, String name, @Nullable Object value) {
        if (value != null) {
            filters.add(name + "=" + encoded(value.toString()));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
