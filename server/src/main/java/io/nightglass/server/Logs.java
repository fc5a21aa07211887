package io.nightglass.server;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** How the process speaks to whoever runs it: one line a message, on standard error, since standard output is for data. */
public final class Logs {
    private static final String FORMAT = "java.util.logging.SimpleFormatter.format";
    private static final String ONE_LINE = "%1$tT.%1$tL %4$-7s %5$s%6$s%n";

    /** Held here: the platform forgets the level of a logger that nobody holds. */
    private static final List<Logger> OTHERS =
            List.of(Logger.getLogger("org.eclipse.jetty"), Logger.getLogger("io.javalin"));

    private static volatile UnaryOperator<String> cleaning = UnaryOperator.identity();

    private Logs() {}

    /** Call before anything is logged. The libraries speak only of what is wrong. Calling twice is harmless. */
    public static void settle() {
        if (System.getProperty(FORMAT) == null) {
            System.setProperty(FORMAT, ONE_LINE);
        }
        OTHERS.forEach(logger -> logger.setLevel(Level.WARNING));
        for (var handler : Logger.getLogger("").getHandlers()) {
            if (!(handler.getFormatter() instanceof Cleaned)) {
                handler.setFormatter(new Cleaned(handler.getFormatter()));
            }
        }
    }

    /** From now on no line is written but as {@code clean} leaves it. */
    static void clean(UnaryOperator<String> clean) {
        cleaning = clean;
    }

    /** Writes what another formatter does, without what must not be kept. */
    private static final class Cleaned extends Formatter {
        private final Formatter plain;

        Cleaned(Formatter plain) {
            this.plain = plain;
        }

        @Override
        public String format(LogRecord entry) {
            return cleaning.apply(plain.format(entry));
        }
    }
}
