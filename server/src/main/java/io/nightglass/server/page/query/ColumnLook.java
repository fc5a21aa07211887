package io.nightglass.server.page.query;

import io.nightglass.hogql.ValueType;
import io.nightglass.server.api.Cells;
import io.nightglass.server.page.Links;
import io.nightglass.server.page.format.Times;
import io.nightglass.store.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the cells of one column are written: numbers with one precision, moments in the pane's zone.
 *
 * @param decimals of a column of floats
 * @param millis whether a moment of it is not a whole second
 */
record ColumnLook(Table.Column column, Times times, int decimals, boolean millis) {
    private static final int LONGEST = 300;
    private static final int MOST_DECIMALS = 6;
    private static final double TINY = 1e-4;
    private static final double HUGE = 1e15;

    static ColumnLook of(int index, Table.Column column, List<List<@Nullable Object>> rows, Times times) {
        var values = rows.stream().map(row -> row.get(index)).filter(Objects::nonNull);
        return switch (column.type().base()) {
            case FLOAT -> new ColumnLook(column, times, decimals(values), false);
            case DATETIME -> new ColumnLook(column, times, 0, values.anyMatch(ColumnLook::isBetweenSeconds));
            case STRING, INTEGER, BOOLEAN, DATE, UUID, JSON, ARRAY, TUPLE, MAP, INTERVAL, NULL ->
                new ColumnLook(column, times, 0, false);
        };
    }

    /** Whether it stands at the right. */
    boolean isNumber() {
        return column.type().isNumber();
    }

    Cell cell(@Nullable Object value) {
        return switch (value) {
            case null -> new Cell("null", isNumber() ? Cell.Look.NO_NUMBER : Cell.Look.NOTHING, null, null);
            case Double number -> number(number);
            case Instant moment -> new Cell(moment(moment), Cell.Look.CODE, moment.toString(), null);
            case String text -> text(text);
            case List<?> list -> cut(Cells.json(list).toString(), Cell.Look.CODE, null);
            case Map<?, ?> map -> cut(Cells.json(map).toString(), Cell.Look.CODE, null);
            case Number number -> new Cell(number.toString(), Cell.Look.NUMBER, null, null);
            case Object other -> new Cell(other.toString(), Cell.Look.CODE, null, null);
        };
    }

    private Cell number(double number) {
        var exact = exact(number);
        if (!Double.isFinite(number) || number != 0 && (Math.abs(number) < TINY || Math.abs(number) >= HUGE)) {
            return new Cell(exact, Cell.Look.NUMBER, null, null);
        }
        var shown = BigDecimal.valueOf(number)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
        boolean isWhole = new BigDecimal(shown).compareTo(BigDecimal.valueOf(number)) == 0;
        return new Cell(shown, Cell.Look.NUMBER, isWhole ? null : exact, null);
    }

    private static String exact(double number) {
        return Double.isNaN(number) ? "NaN" : Double.isInfinite(number) ? number > 0 ? "inf" : "-inf" : "" + number;
    }

    private String moment(Instant moment) {
        var iso = times.iso(moment);
        return millis ? iso + ".%03d".formatted(moment.getNano() / 1_000_000) : iso;
    }

    private Cell text(String text) {
        return switch (column.name()) {
            case "round_id" -> cut(text, Cell.Look.CODE, text.isEmpty() ? null : Links.toRound(text));
            case "run_id" ->
                cut(
                        text,
                        Cell.Look.CODE,
                        text.isEmpty() ? null : Links.to("/rounds").with("run", text));
            default -> cut(text, column.type().base() == ValueType.JSON ? Cell.Look.CODE : Cell.Look.TEXT, null);
        };
    }

    private static Cell cut(String text, Cell.Look look, @Nullable Links link) {
        if (text.codePointCount(0, text.length()) <= LONGEST) {
            return new Cell(text, look, null, link);
        }
        var shown = text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
        return new Cell(shown, look, "%,d characters; CSV and JSON have them all".formatted(text.length()), link);
    }

    private static boolean isBetweenSeconds(Object value) {
        return value instanceof Instant moment && moment.getNano() / 1_000_000 != 0;
    }

    /** As many as the values need; where that is many, four significant digits of the larger ones. */
    private static int decimals(Stream<Object> values) {
        var finite = values.filter(Double.class::isInstance)
                .map(Double.class::cast)
                .filter(Double::isFinite)
                .map(Math::abs)
                .filter(number -> number >= TINY && number < HUGE)
                .toList();
        int needed = finite.stream()
                .mapToInt(number ->
                        BigDecimal.valueOf(number).stripTrailingZeros().scale())
                .max()
                .orElse(0);
        double largest = finite.stream().mapToDouble(number -> number).max().orElse(0);
        int enough = largest >= 1000 ? 2 : largest >= 1 ? 4 : MOST_DECIMALS;
        return Math.clamp(needed, 0, enough);
    }
}
