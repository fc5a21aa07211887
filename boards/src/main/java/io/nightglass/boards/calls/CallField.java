package io.nightglass.boards.calls;

import java.util.Locale;

/** What calls can be told apart by. The name in lower case is the filter's. */
public enum CallField {
    MODEL("model", "model"),
    PROVIDER("provider", "provider"),
    PHASE("phase", "phase"),
    TASK_TYPE("task_type", "task"),
    AGENT("agent", "agent"),
    PROJECT("project", "project"),
    CLIENT("client", "client"),
    ROUND("round_id", "round"),
    RUN("run_id", "run"),
    TRACE("trace_id", "trace"),
    SESSION("session_id", "session");

    private final String column;
    private final String words;

    CallField(String column, String words) {
        this.column = column;
        this.words = words;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String words() {
        return words;
    }

    /** Of {@code generations}. */
    String column() {
        return column;
    }
}
