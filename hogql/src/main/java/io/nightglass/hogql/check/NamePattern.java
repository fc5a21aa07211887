package io.nightglass.hogql.check;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A regular expression for the names of columns, which may be written so that looking would never end: it does. */
final class NamePattern {
    private static final int MOST_STEPS = 100_000;

    private final int at;
    private final Pattern pattern;
    private int steps;

    NamePattern(int at, String text) {
        this.at = at;
        try {
            this.pattern = Pattern.compile(text);
        } catch (PatternSyntaxException | StackOverflowError invalid) {
            throw new QueryException(
                    new QueryProblem.WrongType(at, "the pattern of COLUMNS", "not valid", "a regular expression"));
        }
    }

    boolean matches(String name) {
        return pattern.matcher(new Counted(name)).find();
    }

    /** A text that counts how often it is looked at. */
    private final class Counted implements CharSequence {
        private final String text;

        private Counted(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            steps++;
            if (steps > MOST_STEPS) {
                throw new QueryException(new QueryProblem.TooLarge(at, "the pattern of COLUMNS", MOST_STEPS, "steps"));
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
