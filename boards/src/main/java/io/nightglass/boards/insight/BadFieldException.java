package io.nightglass.boards.insight;

/** A field of a question that cannot be answered as it stands: always the asker's to mend. */
public final class BadFieldException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MOST_QUOTED = 80;

    private final String field;

    /** @param field its path from the question on, {@code series[0].math} */
    BadFieldException(String field, String complaint) {
        super(complaint, null, false, false); // an answer, not an accident: no stack trace
        this.field = field;
    }

    /** The path of the field, from the question on. */
    public String field() {
        return field;
    }

    /** What is wrong and what to write instead, the field's path first. */
    public String detail() {
        return shortened(field) + ": " + getMessage();
    }

    /** {@code input} as it may stand in a message. */
    static String quoted(String input) {
        return "'" + shortened(input) + "'";
    }

    private static String shortened(String input) {
        return input.length() <= MOST_QUOTED ? input : input.substring(0, MOST_QUOTED) + "…";
    }
}
