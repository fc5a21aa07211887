package io.nightglass.boards.trace;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A trace for a terminal: the round, then a line for each event that begins with the event's name, under what it belongs
 * to. Nothing in it moves a cursor or breaks a line but its own line ends.
 */
public final class TraceText {
    private static final int LONGEST = 80;
    private static final double SECOND = 1e6;

    private final Trace trace;
    private final StringBuilder text = new StringBuilder();

    private TraceText(Trace trace) {
        this.trace = trace;
    }

    public static String of(Trace trace) {
        var writer = new TraceText(trace);
        writer.head();
        trace.nodes().forEach(node -> writer.add(node, 1));
        return writer.text.toString();
    }

    private void head() {
        var facts = new ArrayList<String>();
        add(facts, "", trace.verdict().wire());
        add(facts, "", time(trace.duration()));
        add(facts, "", money(trace.cost()));
        add(facts, "", trace.events() + (trace.events() == 1 ? " event" : " events"));
        add(facts, "", trace.leftOut() == 0 ? null : trace.leftOut() + " more left out");
        line(0, "round_id = " + clean(trace.round()), facts);
    }

    private void add(Node node, int level) {
        var item = node.item();
        var returned = item.returned();
        line(level, named(item.event(), item), facts(node));
        if (returned != null) {
            line(level, named(returned, item), result(item, returned));
        }
        node.children().forEach(child -> add(child, level + 1));
    }

    private void line(int level, String what, List<String> facts) {
        text.append("  ".repeat(level)).append(what);
        text.append("  (").append(String.join(", ", facts)).append(")\n");
    }

    private static String named(TraceEvent event, Item item) {
        var name = clean(event.event());
        return item.name().equals(item.event().event()) ? name : name + "  " + cut(clean(item.name()));
    }

    private List<String> facts(Node node) {
        var item = node.item();
        var facts = new ArrayList<String>();
        facts.add("t=" + time(item.extent().start() - trace.start()));
        switch (item.kind()) {
            case CALL, SPAN -> {
                add(facts, "", time(item.extent().duration()));
                add(facts, "", money(item.cost()));
                add(facts, "", Boolean.FALSE.equals(item.ok()) ? "failed" : null);
            }
            case TOOL -> add(facts, "", item.isOrphan() ? outcome(item.ok(), "ok", "failed") : null);
            case EVAL_RUN -> add(facts, "cases=", item.event().figures().cases());
            case EVAL_CASE -> {
                add(facts, "score=", number(item.event().figures().score()));
                add(facts, "", outcome(item.ok(), "passed", "not passed"));
            }
            case RETRY -> add(facts, "attempt=", item.event().figures().attempt());
            case EVENT -> figures(facts, item.event().figures());
        }
        add(facts, "", item.returned() == null ? item.event().figures().problem() : null);
        add(facts, "", node.placed() ? null : "unplaced");
        return facts;
    }

    private List<String> result(Item item, TraceEvent returned) {
        var facts = new ArrayList<String>();
        facts.add("t=" + time(returned.micros() - trace.start()));
        add(facts, "", time(item.extent().duration()));
        add(facts, "", outcome(item.ok(), "ok", "failed"));
        add(facts, "", returned.figures().problem());
        return facts;
    }

    private static void figures(List<String> facts, TraceEvent.Figures figures) {
        add(facts, "score=", number(figures.score()));
        var delta = figures.delta();
        add(facts, "delta=", delta == null ? null : (delta > 0 ? "+" : "") + number(delta));
        add(facts, "cost=", money(figures.cost()));
    }

    private static @Nullable String outcome(@Nullable Boolean ok, String yes, String no) {
        return ok == null ? null : ok ? yes : no;
    }

    private static void add(List<String> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.add(name + cut(clean(value.toString())));
        }
    }

    /** One line of {@code text}, never empty. */
    private static String clean(String text) {
        var line = OneLine.of(text);
        return line.isEmpty() ? "?" : line;
    }

    private static String cut(String line) {
        return OneLine.cut(line, LONGEST);
    }

    /** {@code 12ms}, {@code 1.2s}, {@code 4min08s}. */
    private static @Nullable String time(@Nullable Long micros) {
        if (micros == null) {
            return null;
        }
        if (micros < 0) {
            return "-" + time(-micros);
        }
        double seconds = micros / SECOND;
        if (seconds < 0.9995) {
            return Math.round(micros / 1000.0) + "ms";
        }
        if (seconds < 59.95) {
            return number(new BigDecimal(seconds).setScale(1, RoundingMode.HALF_UP)) + "s";
        }
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%dmin%02ds", whole / 60, whole % 60);
    }

    /** {@code $0.042}: cents and thousandths; below a cent two digits that count. */
    private static @Nullable String money(@Nullable Double usd) {
        if (usd == null) {
            return null;
        }
        var amount = BigDecimal.valueOf(usd);
        return Math.abs(usd) < 0.01
                ? "$" + number(amount.round(new MathContext(2, RoundingMode.HALF_UP)))
                : "$"
                        + amount.setScale(Math.abs(usd) < 1 ? 3 : 2, RoundingMode.HALF_UP)
                                .toPlainString();
    }

    private static @Nullable String number(@Nullable Double value) {
        return value == null ? null : number(new BigDecimal(value).round(new MathContext(6, RoundingMode.HALF_UP)));
    }

    private static String number(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
