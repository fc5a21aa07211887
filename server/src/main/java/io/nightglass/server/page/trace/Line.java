package io.nightglass.server.page.trace;

import io.nightglass.boards.trace.Item;
import io.nightglass.boards.trace.Kind;
import io.nightglass.boards.trace.Node;
import io.nightglass.server.page.format.Money;
import io.nightglass.server.page.format.Span;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One line of the tree.
 *
 * @param level from 1
 * @param left where its bar begins, in percent of the whole round
 * @param width of its bar, in percent; null for a moment
 * @param took microseconds; null for a moment
 * @param offset after the beginning of the round, in microseconds
 * @param isOutside whether it came long before the round or long after its verdict
 */
public record Line(
        Node node,
        int level,
        double left,
        @Nullable Double width,
        @Nullable Long took,
        long offset,
        boolean isOutside) implements Row {

    public Item item() {
        return node.item();
    }

    public String id() {
        return item().id();
    }

    public String name() {
        var name = item().name();
        return item().kind() == Kind.EVAL_RUN && !name.equals(item().event().event()) ? "eval.run " + name : name;
    }

    /** Failed or not passed. */
    public boolean isBad() {
        return Boolean.FALSE.equals(item().ok());
    }

    /** What stands behind the name. */
    public String words() {
        var event = item().event();
        var figures = event.figures();
        var words = switch (item().kind()) {
            case CALL -> Stream.of(event.labels().model(), isBad() ? "failed" : null, item().problem());
            case SPAN -> Stream.of(isBad() ? "failed" : null, item().problem());
            case TOOL -> Stream.of(ok("ok", "failed", "no answer"), item().problem());
            case EVAL_RUN -> Stream.of(figures.cases() == null ? null : figures.cases() + " cases");
            case EVAL_CASE -> Stream.of(number(figures.score()), ok("passed", "not passed", null));
            case RETRY -> Stream.of(figures.attempt() == null ? null : "attempt " + figures.attempt());
            case EVENT ->
                Stream.of(
                        item().name().equals(event.event()) ? null : event.event(),
                        number(figures.score()),
                        figures.delta() == null ? null : signed(figures.delta()),
                        item().problem());
        };
        return Stream.concat(words, Stream.of(node.placed() ? outside() : "unplaced"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    private @Nullable String outside() {
        return !isOutside ? null : offset < 0 ? "before the round" : "long after the verdict";
    }

    /** How long it took; for a moment when it was. */
    public String time() {
        return took == null ? Span.offset(micros(offset)) : Span.of(micros(took));
    }

    public String cost() {
        var cost = item().cost();
        boolean isTiny = cost != null && cost > 0 && cost < 0.0001;
        return cost == null ? "" : isTiny ? "<$0.0001" : Money.of(cost);
    }

    /** {@code call}, {@code tool}, {@code eval} or {@code step}: the colour and shape of its mark. */
    public String mark() {
        return switch (item().kind()) {
            case CALL -> "call";
            case TOOL -> "tool";
            case EVAL_RUN, EVAL_CASE -> "eval";
            case EVENT, SPAN, RETRY -> "step";
        };
    }

    private @Nullable String ok(String yes, String no, @Nullable String unknown) {
        var ok = item().ok();
        return ok == null ? unknown : ok ? yes : no;
    }

    private static Duration micros(long micros) {
        return Duration.of(micros, ChronoUnit.MICROS);
    }

    private static @Nullable String number(@Nullable Double value) {
        return value == null ? null : String.format(Locale.ROOT, "%.3f", value).replace('-', '−');
    }

    private static String signed(double value) {
        return (value > 0 ? "+" : "") + number(value);
    }
}
