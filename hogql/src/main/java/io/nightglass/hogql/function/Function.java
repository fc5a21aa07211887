package io.nightglass.hogql.function;

import java.util.List;

/**
 * One function of HogQL.
 *
 * @param aliases other names for the same
 * @param meaning one sentence
 * @param example a call, of an aggregate with its rows after {@code over}
 * @param value what the example answers
 */
public record Function(
        String name,
        List<String> aliases,
        Group group,
        Signature signature,
        String meaning,
        String example,
        String value) {

    /** Where it stands in the documentation. */
    public enum Group {
        AGGREGATES("Aggregates"),
        WINDOWS("Functions of windows"),
        CONDITIONS("Conditions and comparisons"),
        NUMBERS("Numbers"),
        TEXTS("Texts"),
        SEARCHES("Texts, finding and cutting"),
        URLS("URLs"),
        HASHES("Hashes"),
        DATES("Dates and times"),
        DATE_READING("Dates and times, read and told"),
        /** What the checker writes as others, so that no store needs to print them. */
        WRITTEN_AS_OTHERS("Other spellings"),
        CONVERSIONS("Conversions"),
        JSON("JSON"),
        ARRAYS("Arrays and tuples"),
        LAMBDAS("Arrays and lambdas"),
        MAPS("Maps");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public boolean isAggregate() {
        return group == Group.AGGREGATES;
    }

    /** How it is written: {@code substring(text, integer, integer?) -> text}. */
    public String usage() {
        var text = signature.text();
        int arrow = text.lastIndexOf("->");
        var arguments = text.substring(0, arrow).strip();
        int bracket = arguments.startsWith("(") ? arguments.indexOf(')') + 1 : 0;
        return "%s%s(%s)"
                .formatted(
                        name,
                        arguments.substring(0, bracket),
                        arguments.substring(bracket).strip());
    }

    /** The line of a table: {@code name, alias | signature | meaning | example => value}. */
    static Function of(Group group, String line) {
        var cells = line.split("\\s+\\|\\s+", -1);
        if (cells.length != 4 || !cells[3].contains(" => ")) {
            throw new IllegalArgumentException("not a line of a function table: " + line);
        }
        var names = List.of(cells[0].strip().split("\\s*,\\s*"));
        int arrow = cells[3].lastIndexOf(" => ");
        return new Function(
                names.getFirst(),
                names.subList(1, names.size()),
                group,
                Signature.of(cells[1]),
                cells[2].strip(),
                cells[3].substring(0, arrow).strip(),
                cells[3].substring(arrow + 4).strip());
    }
}
