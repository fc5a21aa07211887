package io.nightglass.boards.imports;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When a cell is a number: a finite decimal and nothing else; no units, percent signs or words. */
final class Numbers {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,4})?");
    private static final int LONGEST = 400;

    private Numbers() {}

    static @Nullable Double parse(String cell) {
        if (cell.isEmpty() || cell.length() > LONGEST || !DECIMAL.matcher(cell).matches()) {
            return null;
        }
        double value = Double.parseDouble(cell);
        return Double.isFinite(value) ? value : null;
    }

    static boolean isNumber(String cell) {
        return parse(cell) != null;
    }
}
