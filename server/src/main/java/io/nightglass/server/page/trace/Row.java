package io.nightglass.server.page.trace;

import java.util.Locale;

/** One row of the tree. */
public sealed interface Row permits Line, Heading, Gap {
    /** Deeper levels are drawn no further to the right. */
    int MOST_INDENT = 12;

    /** From 1. */
    int level();

    default int indents() {
        return Math.min(level(), MOST_INDENT);
    }

    /** As an attribute says a place on the time axis. */
    default String at(double percent) {
        return String.format(Locale.ROOT, "%.2f%%", percent);
    }
}
