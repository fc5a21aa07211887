package io.nightglass.server.page;

import io.nightglass.boards.BoardAnswer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A board's answer as it is, for boards without a drawing of their own. */
public record PlainTable(List<Heading> headings, List<List<String>> rows) {
    private static final MathContext DIGITS = new MathContext(6);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    public record Heading(String name, boolean isNumber) {}

    static PlainTable of(BoardAnswer answer, ZoneId zone) {
        var shown = answer.rows();
        var headings = IntStream.range(0, answer.columns().size())
                .mapToObj(i -> new Heading(
                        answer.columns().get(i), shown.stream().anyMatch(row -> row.get(i) instanceof Number)))
                .toList();
        return new PlainTable(
                headings,
                shown.stream()
                        .map(row -> row.stream().map(cell -> text(cell, zone)).toList())
                        .toList());
    }

    private static String text(@Nullable Object cell, ZoneId zone) {
        return switch (cell) {
            case null -> "";
            case Double number
            when Double.isFinite(number) ->
                BigDecimal.valueOf(number).round(DIGITS).stripTrailingZeros().toPlainString();
            case Instant moment -> CLOCK.format(moment.atZone(zone));
            default -> cell.toString();
        };
    }
}
