package io.nightglass.cli.pane;

import org.jspecify.annotations.Nullable;

/** The pane could not be reached or refused; the message says what to do and is printed as it is. */
public final class PaneException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PaneException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
