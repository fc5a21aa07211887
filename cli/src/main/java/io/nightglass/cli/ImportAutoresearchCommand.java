package io.nightglass.cli;

import io.nightglass.boards.imports.Facts;
import io.nightglass.boards.imports.Git;
import io.nightglass.boards.imports.ImportedLog;
import io.nightglass.boards.imports.LogFinder;
import io.nightglass.boards.imports.LogIdentity;
import io.nightglass.boards.imports.LogOptions;
import io.nightglass.boards.imports.LogReader;
import io.nightglass.boards.imports.LogReport;
import io.nightglass.boards.imports.RoundEvents;
import io.nightglass.boards.imports.RoundTimes;
import io.nightglass.catalog.Direction;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code nightglass import autoresearch PATH...}: exit 0 when every file was imported, 1 when one could not be read or the
 * pane refused, 2 when one does not tell its direction.
 */
@Command(
        name = "autoresearch",
        mixinStandardHelpOptions = true,
        description = "Imports results.tsv, .csv and .jsonl logs of autoresearch loops, or all of a repository folder.",
        footer = {
            "",
            "Importing the same log again, or after it grew, adds only what is new.",
            "",
            "Example: nightglass import autoresearch results.tsv --dry-run"
        })
final class ImportAutoresearchCommand implements Callable<Integer> {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** How the report is written. */
    enum ReportFormat {
        text,
        json
    }

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "logs, or folders to look for logs in")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--project",
            description = "project of the rounds (default: $AUTORESEARCH_PROJECT, else autoresearch)",
            defaultValue = "${env:AUTORESEARCH_PROJECT:-autoresearch}")
    private String project = "autoresearch";

    @Option(
            names = "--client",
            description = "client of the rounds (default: $AUTORESEARCH_CLIENT, else internal)",
            defaultValue = "${env:AUTORESEARCH_CLIENT:-internal}")
    private String client = "internal";

    @Option(
            names = "--metric",
            paramLabel = "COLUMN",
            description = "the column the loop is after, when not the chosen one")
    private @Nullable String metric;

    @Option(names = "--direction", description = "minimize or maximize, when the log does not tell or tells wrongly")
    private @Nullable Direction direction;

    @Option(names = "--dry-run", description = "only say what is in the logs; needs no pane")
    private boolean dryRun;

    @Option(names = "--format", description = "text (default) or json", defaultValue = "text")
    private ReportFormat format = ReportFormat.text;

    @Mixin
    private PaneOptions paneOptions = new PaneOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var options = new LogOptions(part(project, "--project"), part(client, "--client"), metric, direction);
        var files = new ArrayList<Path>();
        for (var path : paths) {
            var found = LogFinder.find(path);
            if (found.isEmpty()) {
                err().println(path + " holds no log (results.tsv, autoresearch.jsonl, experiments.tsv, ...)");
            }
            files.addAll(found);
        }
        int code = files.isEmpty() ? 1 : 0;
        var answers = new ArrayList<Object>();
        @Nullable ImportDelivery delivery = dryRun ? null : new ImportDelivery(paneOptions.pane());
        for (var file : files) {
            code = worse(code, handle(file, options, delivery, answers));
        }
        if (format == ReportFormat.json) {
            out().println(JSON.writeValueAsString(answers));
        }
        out().flush();
        return code;
    }

    private int handle(Path file, LogOptions options, @Nullable ImportDelivery delivery, List<Object> answers) {
        var log = LogReader.read(file, options);
        var report = LogReport.of(log);
        var json = Facts.of(log).toJson();
        if (delivery != null && log.isReady()) {
            var sent = send(log, options, delivery, report);
            json.put("rounds_new", sent.rounds());
            json.put("events_new", sent.events());
            json.put("events_there", sent.there());
        } else if (delivery != null && log.problem() == null) {
            report.add(
                    "  imported   nothing: say which way is better with --direction minimize or --direction maximize");
        }
        answers.add(json);
        if (format == ReportFormat.text) {
            report.forEach(out()::println);
        }
        if (log.problem() != null) {
            err().println(file + " " + log.problem());
            return 1;
        }
        if (delivery != null && !log.isReady()) {
            err().printf("%s does not tell which way its metric is better; run again with --direction%n", file);
            return 2;
        }
        return 0;
    }

    private static ImportDelivery.Sent send(
            ImportedLog log, LogOptions options, ImportDelivery delivery, List<String> report) {
        var identity = LogIdentity.of(log, options);
        var known = delivery.known(identity);
        var times = new RoundTimes(Instant.now(), changed(log.path())).of(log, Git.timesOf(log), known.times(identity));
        var events = new RoundEvents(log, options, identity, times);
        var sent = delivery.send(events.stream(), log.rounds().size(), known);
        report.add(LogReport.times(times));
        report.add("  imported   %d rounds, %d events new; %d events already there"
                .formatted(sent.rounds(), sent.events(), sent.there()));
        return sent;
    }

    private static Instant changed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return Instant.now(); // it was readable a moment ago: the log is being replaced just now
        }
    }

    /** A part of {@code project:client:agent}. */
    private String part(String value, String option) {
        if (value.isBlank() || value.contains(":") || value.length() > 200) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), option + " must be a name without a colon, not '" + value + "'");
        }
        return value.strip();
    }

    /** A file that failed counts more than one that has to be asked about. */
    private static int worse(int one, int other) {
        return one == 1 || other == 1 ? 1 : Math.max(one, other);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
