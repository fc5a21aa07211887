package io.nightglass.cli;

import io.javalin.util.JavalinBindException;
import io.nightglass.cli.pane.PaneException;
import io.nightglass.server.ConfigException;
import io.nightglass.server.Logs;
import io.nightglass.store.StoreException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./nightglass}: data on standard output, messages on standard error; exit 0 done, 1 failed, 2 wrong use. */
@Command(
        name = "nightglass",
        mixinStandardHelpOptions = true,
        version = "nightglass 0.1.0",
        description = "One pane of glass for experimentation loops that run unattended.",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            ImportCommand.class,
            QueryCommand.class,
            BoardsCommand.class,
            BoardCommand.class,
            TraceCommand.class,
            ReportCommand.class,
            DoctorCommand.class,
            AnnotateCommand.class,
            HookCommand.class,
            RehearseCommand.class
        },
        footer = {
            "",
            "Also: nightglass test (the whole test suite), nightglass bench NAME (measurements).",
            "Commands that ask a pane find it by POSTHOG_HOST, POSTHOG_API_KEY and POSTHOG_PERSONAL_API_KEY,",
            "or by the keys in ./data or ./demo-data when the pane runs here.",
            "",
            "Example: nightglass demo"
        })
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        EarlyStart.of(arguments);
        Logs.settle();
        System.exit(execute(arguments));
    }

    /** Runs one command and answers its exit code: 0 done, 1 failed, 2 wrong use. */
    static int execute(String... arguments) {
        return execute(writer(System.out), writer(System.err), arguments);
    }

    /** The same with data and messages going elsewhere. */
    static int execute(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Main())
                .registerConverter(LocalDate.class, Main::date)
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Main::failed)
                .execute(arguments);
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    /** Only what the user can act on is printed; anything else is a bug and keeps its stack trace. */
    private static int failed(Exception problem, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        var message = whatToSay(problem);
        if (message.isEmpty()) {
            throw problem;
        }
        command.getErr().println(message.get());
        return problem instanceof PaneException pane && pane.isWrongUse() ? 2 : 1;
    }

    private static Optional<String> whatToSay(Exception problem) {
        return switch (problem) {
            case PaneException pane -> Optional.ofNullable(pane.getMessage());
            case ConfigException file -> Optional.of(file.advice());
            case StoreException store -> Optional.of(store.problem().advice());
            case JavalinBindException taken -> Optional.of(cannotListen(taken));
            case UncheckedIOException file
            when file.getCause() instanceof FileSystemException where ->
                Optional.of("%s cannot be used (%s); choose another folder with --data"
                        .formatted(where.getFile(), Objects.requireNonNullElse(where.getReason(), "no such place")));
            case AccessDeniedException denied ->
                Optional.of("no permission for %s; check its owner or choose another folder with --data"
                        .formatted(denied.getFile()));
            default -> Optional.empty();
        };
    }

    private static String cannotListen(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("assign requested address")) {
                return "this machine has no such address; choose another with --host";
            }
        }
        return "the port is taken; stop what listens there or choose another with --port";
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new CommandLine.TypeConversionException("'" + text + "' is no date; write YYYY-MM-DD");
        }
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "name a command");
    }
}
