package io.nightglass.server.page;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The filters of one request. What cannot be read is left out and said on the page. */
public final class Asked {
    private static final int LONGEST = 200;

    private final Context ctx;
    private final List<String> problems = new ArrayList<>();

    public Asked(Context ctx) {
        this.ctx = ctx;
    }

    /** null when absent or empty. */
    public @Nullable String text(String name) {
        var value = ctx.queryParam(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    public @Nullable LocalDate date(String name) {
        var value = text(name);
        if (value == null) {
            return null;
        }
        try {
            var date = LocalDate.parse(value);
            if (date.getYear() < 1970 || date.getYear() > 9000) {
                throw new DateTimeParseException("out of range", value, 0);
            }
            return date;
        } catch (DateTimeParseException e) {
            problems.add("%s is not a date. Write it as 2026-05-14.".formatted(quoted(value)));
            return null;
        }
    }

    public @Nullable Integer number(String name, int least, int most) {
        var value = text(name);
        if (value == null) {
            return null;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException ignored) {
            // said below, like a number out of range
        }
        problems.add("%s is not a number from %d to %d.".formatted(quoted(value), least, most));
        return null;
    }

    public <E extends Enum<E>> @Nullable E word(String name, Class<E> words) {
        var value = text(name);
        if (value == null) {
            return null;
        }
        for (E word : words.getEnumConstants()) {
            if (word.name().equals(value.toUpperCase(Locale.ROOT))) {
                return word;
            }
        }
        problems.add("%s is not a %s.".formatted(quoted(value), name));
        return null;
    }

    public void problem(String sentence) {
        problems.add(sentence);
    }

    public List<String> problems() {
        return List.copyOf(problems);
    }

    private static String quoted(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
    }
}
