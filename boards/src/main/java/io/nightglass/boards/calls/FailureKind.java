package io.nightglass.boards.calls;

import java.util.Locale;

/** What can fail. The name in lower case is the filter's. */
public enum FailureKind {
    /** A model call that says it is an error. */
    CALL("model call"),
    /** A {@code step.tool_returned} that is not ok. */
    TOOL("tool"),
    /** An {@code $ai_span} that says it is an error: a tool or a chain of a framework. */
    SPAN("span"),
    /** An {@code $exception}. */
    EXCEPTION("exception");

    private final String words;

    FailureKind(String words) {
        this.words = words;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String words() {
        return words;
    }
}
