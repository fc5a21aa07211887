package io.nightglass.cli.sample;

import java.util.Locale;

/** Sentences with numbers in them that read the same whatever the machine's language. */
final class Phrase {
    private Phrase() {}

    static String of(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
