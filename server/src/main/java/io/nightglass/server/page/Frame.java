package io.nightglass.server.page;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * What stands around every page.
 *
 * @param title of the browser's tab
 * @param current the part of the navigation the page belongs to
 * @param sample whether sample events are among those kept
 * @param asset the address of a style sheet or script by its name
 */
public record Frame(String title, Part current, boolean sample, ZoneId zone, UnaryOperator<String> asset) {

    /** The parts that exist, in their order. */
    public enum Part {
        MORNING("Morning", "/"),
        BOARDS("Boards", "/boards"),
        RUNS("Runs", "/runs"),
        ROUNDS("Rounds", "/rounds"),
        CALLS("Calls", "/generations"),
        EVALS("Evals", "/evals"),
        QUERY("Query", "/query"),
        HEALTH("Health", "/health");

        private final String label;
        private final String path;

        Part(String label, String path) {
            this.label = label;
            this.path = path;
        }

        /** The letter after g that leads there: its first, but for runs, where rounds have it. */
        public String key() {
            return this == RUNS ? "u" : label.substring(0, 1).toLowerCase(Locale.ROOT);
        }

        public String label() {
            return label;
        }

        public String path() {
            return path;
        }
    }

    public static List<Part> parts() {
        return List.of(Part.values());
    }
}
