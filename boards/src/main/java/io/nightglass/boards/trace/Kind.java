package io.nightglass.boards.trace;

import java.util.Locale;

/** What a node is about. */
public enum Kind {
    EVENT,
    /** A call to a language or embedding model. */
    CALL,
    /** A tool called and, mostly, returned. */
    TOOL,
    EVAL_RUN,
    EVAL_CASE,
    /** A piece of work that a framework reports, or the root of its trace. */
    SPAN,
    RETRY;

    static final String TOOL_RETURNED = "step.tool_returned";
    static final String REGRESSION = "eval.regression";
    static final String TRACE = "$ai_trace";

    public static Kind of(String event) {
        return switch (event) {
            case "$ai_generation", "$ai_embedding" -> CALL;
            case "step.tool_called", TOOL_RETURNED -> TOOL;
            case "eval.run" -> EVAL_RUN;
            case "eval.case" -> EVAL_CASE;
            case "$ai_span", TRACE -> SPAN;
            case "step.retry" -> RETRY;
            default -> EVENT;
        };
    }

    /** As in JSON: {@code eval_run}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
