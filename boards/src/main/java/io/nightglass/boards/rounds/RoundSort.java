package io.nightglass.boards.rounds;

import java.util.Locale;

/** By what a list of rounds is ordered. */
public record RoundSort(By by, boolean descending) {
    public static final RoundSort NEWEST = new RoundSort(By.TIME, true);

    /** What can be ordered by. */
    public enum By {
        TIME("coalesce(started_at, first_at)"),
        SCORE("score"),
        DELTA("delta");

        private final String hogql;

        By(String hogql) {
            this.hogql = hogql;
        }

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    String hogql() {
        return "%s IS NULL, %s %s, round_id".formatted(by.hogql, by.hogql, descending ? "DESC" : "ASC");
    }
}
