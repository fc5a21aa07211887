package io.nightglass.cli.pane;

import org.jspecify.annotations.Nullable;

/** The pane could not be reached or refused; the message says what to do and is printed as it is. */
public final class PaneException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean wrongUse;

    public PaneException(String message, @Nullable Throwable cause) {
        this(message, cause, false);
    }

    PaneException(String message, @Nullable Throwable cause, boolean wrongUse) {
        super(message, cause);
        this.wrongUse = wrongUse;
    }

    /** Whether what was asked is at fault (a query with a mistake), and asking again will not help. */
    public boolean isWrongUse() {
        return wrongUse;
    }
}
