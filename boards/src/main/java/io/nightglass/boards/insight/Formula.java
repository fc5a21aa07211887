package io.nightglass.boards.insight;

import java.util.Locale;

/**
 * Arithmetic over series: {@code (A - B) / A * 100}, A being the first. By 0 it is 0, as in PostHog.
 *
 * @param text as it was written
 * @param label what the answer calls it
 */
record Formula(String text, String label, Term term) {
    private static final int LONGEST = 500;

    /** What a formula is made of. */
    sealed interface Term {
        record Constant(double value) implements Term {}

        record SeriesAt(int place) implements Term {}

        record Negated(Term term) implements Term {}

        record Pair(Term left, char operator, Term right) implements Term {}
    }

    /** @param series how many there are to name */
    static Formula parse(String text, String label, int series, String field) {
        if (text.length() > LONGEST) {
            throw new BadFieldException(field, "is longer than %d characters".formatted(LONGEST));
        }
        var parser = new Parser(text, series, field);
        var term = parser.sum(0);
        parser.end();
        return new Formula(text, label, term);
    }

    /** @param values one per series */
    double of(double[] values) {
        double result = value(term, values);
        return Double.isFinite(result) ? result : 0;
    }

    private static double value(Term term, double[] values) {
        return switch (term) {
            case Term.Constant(var value) -> value;
            case Term.SeriesAt(var place) -> values[place];
            case Term.Negated(var inner) -> -value(inner, values);
            case Term.Pair(var left, var operator, var right) ->
                combined(value(left, values), operator, value(right, values));
        };
    }

    private static double combined(double left, char operator, double right) {
        return switch (operator) {
            case '+' -> left + right;
            case '-' -> left - right;
            case '*' -> left * right;
            default -> right == 0 ? 0 : left / right;
        };
    }

    /** Sums of products of brackets, numbers and letters. */
    private static final class Parser {
        private static final int DEEPEST = 50;

        private final String text;
        private final int series;
        private final String field;
        private int at;

        Parser(String text, int series, String field) {
            this.text = text;
            this.series = series;
            this.field = field;
        }

        Term sum(int depth) {
            if (depth > DEEPEST) {
                throw new BadFieldException(field, "nests more than %d deep".formatted(DEEPEST));
            }
            var left = product(depth);
            while (peek() == '+' || peek() == '-') {
                char operator = take();
                left = new Term.Pair(left, operator, product(depth));
            }
            return left;
        }

        private Term product(int depth) {
            var left = signed(depth);
            while (peek() == '*' || peek() == '/') {
                char operator = take();
                left = new Term.Pair(left, operator, signed(depth));
            }
            return left;
        }

        private Term signed(int depth) {
            boolean negative = false;
            while (peek() == '-' || peek() == '+') {
                negative ^= take() == '-';
            }
            var term = single(depth);
            return negative ? new Term.Negated(term) : term;
        }

        private Term single(int depth) {
            char next = peek();
            if (next == '(') {
                take();
                var inner = sum(depth + 1);
                if (peek() != ')') {
                    throw wrong("a closing bracket");
                }
                take();
                return inner;
            }
            if (isDigit(next) || next == '.') {
                return number();
            }
            int place = String.valueOf(next).toUpperCase(Locale.ROOT).charAt(0) - 'A';
            if (place < 0 || place >= 26) {
                throw wrong("a letter, a number or a bracket");
            }
            if (place >= series) {
                throw wrong(
                        "a letter from A to %s, as there are %d series".formatted((char) ('A' + series - 1), series));
            }
            take();
            return new Term.SeriesAt(place);
        }

        private Term number() {
            int start = at;
            while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
                at++;
            }
            try {
                return new Term.Constant(Double.parseDouble(text.substring(start, at)));
            } catch (NumberFormatException e) {
                at = start;
                throw wrong("a number");
            }
        }

        void end() {
            peek();
            if (at < text.length()) {
                throw wrong("+, -, *, / or the end");
            }
        }

        private static boolean isDigit(char character) {
            return character >= '0' && character <= '9';
        }

        private char peek() {
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
            return at < text.length() ? text.charAt(at) : 0;
        }

        private char take() {
            char next = peek();
            at++;
            return next;
        }

        private BadFieldException wrong(String expected) {
            return new BadFieldException(
                    field, "expected %s at %d of %s".formatted(expected, at, BadFieldException.quoted(text)));
        }
    }
}
