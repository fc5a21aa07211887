package io.nightglass.boards.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One log told to its owner, in a few lines. What stands in the log is shown without its control characters. */
public final class LogReport {
    private static final int SHOWN = 20;

    private LogReport() {}

    /** The lines of the report, the name of the file first. */
    public static List<String> of(ImportedLog log) {
        var facts = Facts.of(log);
        var lines = new ArrayList<String>();
        lines.add(plain(log.path().toString()));
        if (facts.problem() != null) {
            lines.add("  " + plain(facts.problem()));
            return lines;
        }
        lines.add("  rows       " + rows(log, facts));
        lines.add("  metric     " + metric(log));
        if (facts.bestValue() != null) {
            lines.add("  best       %s at line %s".formatted(decimal(facts.bestValue()), facts.bestLine()));
        }
        unknown(log, lines);
        malformed(log, lines);
        return lines;
    }

    /** Where the times of the rounds come from, as one line of the report. */
    public static String times(List<RoundTime> times) {
        var counts = times.stream()
                .collect(Collectors.groupingBy(t -> t.source().wire(), TreeMap::new, Collectors.counting()));
        return "  times      "
                + (counts.isEmpty()
                        ? "none"
                        : counts.entrySet().stream()
                                .map(e -> e.getKey() + " " + e.getValue())
                                .collect(Collectors.joining(", ")));
    }

    private static String rows(ImportedLog log, Facts facts) {
        long reverted = count(log, Outcome.REVERTED);
        long open = count(log, Outcome.UNKNOWN);
        return "%d: %d kept, %d baseline, %d reverted, %d crashed, %d open, %d malformed"
                .formatted(
                        facts.dataRows(),
                        facts.kept(),
                        facts.baseline(),
                        reverted,
                        facts.crashed(),
                        open,
                        facts.malformed());
    }

    private static String metric(ImportedLog log) {
        var direction = log.choice().direction();
        if (log.metric() == null) {
            return "none found; name its column with --metric";
        }
        var told = direction == null ? "direction not known" : direction.wire();
        return "%s, %s: %s (--metric and --direction override)"
                .formatted(plain(log.metric()), told, plain(log.choice().why()));
    }

    private static void unknown(ImportedLog log, List<String> lines) {
        var counts = log.rounds().stream()
                .filter(r -> r.outcome() == Outcome.UNKNOWN)
                .collect(Collectors.groupingBy(LogRound::status, TreeMap::new, Collectors.counting()));
        if (counts.isEmpty()) {
            return;
        }
        if (!log.columns().hasStatus()) {
            lines.add("  status     no column of it is a status: its rounds stay open");
            return;
        }
        lines.add("  status     words that are no verdict, their rounds stay open:");
        counts.entrySet().stream()
                .limit(SHOWN)
                .forEach(e -> lines.add("             %d x %s".formatted(e.getValue(), quoted(e.getKey()))));
        if (counts.size() > SHOWN) {
            lines.add("             and %d more".formatted(counts.size() - SHOWN));
        }
    }

    private static void malformed(ImportedLog log, List<String> lines) {
        var malformed = log.table().malformed();
        if (!malformed.isEmpty()) {
            lines.add("  malformed  kept out:");
        }
        malformed.stream()
                .limit(SHOWN)
                .forEach(m -> lines.add("             line %d: %s".formatted(m.line(), m.reason())));
        if (malformed.size() > SHOWN) {
            lines.add("             and %d more".formatted(malformed.size() - SHOWN));
        }
    }

    private static long count(ImportedLog log, Outcome outcome) {
        return log.rounds().stream().filter(r -> r.outcome() == outcome).count();
    }

    private static String quoted(String status) {
        return status.isEmpty() ? "(empty)" : plain(status);
    }

    private static String decimal(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    private static String plain(String text) {
        var shown = text.replaceAll("\\p{Cntrl}", "?");
        return shown.length() > 400 ? shown.substring(0, 400) + "..." : shown;
    }
}
