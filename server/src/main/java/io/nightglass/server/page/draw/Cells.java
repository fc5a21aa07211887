package io.nightglass.server.page.draw;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads the cells of a board's answer. */
final class Cells {
    private Cells() {}

    static LocalDate day(@Nullable Object cell) {
        return LocalDate.parse(String.valueOf(cell));
    }

    static @Nullable String text(@Nullable Object cell) {
        return cell == null ? null : cell.toString();
    }

    static long count(@Nullable Object cell) {
        return cell instanceof Number number ? number.longValue() : 0;
    }

    static @Nullable Double number(@Nullable Object cell) {
        return cell instanceof Number number && Double.isFinite(number.doubleValue()) ? number.doubleValue() : null;
    }

    static double sum(@Nullable Object cell) {
        var number = number(cell);
        return number == null ? 0 : number;
    }
}
