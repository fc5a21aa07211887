package io.nightglass.boards.rounds;

import java.util.Map;

/** Events that name rounds: a round is among them once, however many of its events are. */
public sealed interface Among {

    /** Scores that have this dimension as a number. @param name with {@code dim_} */
    record Dimension(String name) implements Among {
        @Override
        public String words() {
            return "scored in " + name;
        }

        @Override
        public String hogql(String where) {
            return "round_no IN (SELECT round_no FROM dimensions WHERE dimension = {dimension} AND round_no IS NOT NULL AND %s)"
                    .formatted(where);
        }

        @Override
        public Map<String, Object> values() {
            return Map.of("dimension", name);
        }
    }

    /** Routed calls and scores of one model at one task. */
    record Fit(String task, String model) implements Among {
        private static final String OF = "SELECT round_no FROM %s WHERE task_type = {task} AND model = {model}"
                + " AND round_no IS NOT NULL AND %s";

        @Override
        public String words() {
            return "%s at %s".formatted(model, task);
        }

        @Override
        public String hogql(String where) {
            return "(round_no IN (%s) OR round_no IN (%s))"
                    .formatted(OF.formatted("routed", where), OF.formatted("scores", where));
        }

        @Override
        public Map<String, Object> values() {
            return Map.of("task", task, "model", model);
        }
    }

    /** What a list of such rounds says. */
    String words();

    /** The condition over {@code rounds}. @param where the condition over the events */
    String hogql(String where);

    /** Its placeholders. */
    Map<String, Object> values();
}
