package io.nightglass.server.page.query;

/** What became of a question. A new case turns the page red that does not show it. */
public sealed interface Outcome {

    /** Nothing was asked yet. */
    record Nothing() implements Outcome {}

    record Rows(Answer answer) implements Outcome {}

    /** It was not run, only explained. */
    record Explained(Plan plan) implements Outcome {}

    /** It was not run, only laid out. */
    record Formatted() implements Outcome {}

    record Refused(Mistake mistake) implements Outcome {}
}
