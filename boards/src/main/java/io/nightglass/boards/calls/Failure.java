package io.nightglass.boards.calls;

import io.nightglass.boards.Row;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Failures that say the same.
 *
 * @param word the class of the error or the status of the answer; "" when nobody says
 * @param message with numbers, ids and paths folded; "" when they say nothing
 * @param what models, tools or spans, the most frequent first, at most four
 * @param agents the same
 * @param rounds how many rounds have one
 * @param example the latest
 */
public record Failure(
        FailureKind kind,
        String word,
        String message,
        long count,
        Instant first,
        Instant last,
        List<String> what,
        List<String> agents,
        long rounds,
        One example) {

    /**
     * One of them.
     *
     * @param uuid of the event
     * @param said what it said, cut
     * @param what model, tool or span
     */
    public record One(
            FailureKind kind,
            UUID uuid,
            Instant at,
            String said,
            @Nullable String what,
            @Nullable String agent,
            @Nullable String round) {

        static One of(Row row) {
            return new One(
                    kindOf(row),
                    UUID.fromString(row.requiredText("uuid")),
                    row.requiredMoment("last"),
                    row.requiredText("example"),
                    row.text("of_what"),
                    row.text("of_agent"),
                    row.text("of_round"));
        }
    }

    static Failure of(Row row) {
        return new Failure(
                kindOf(row),
                row.requiredText("word"),
                row.requiredText("message"),
                row.count("n"),
                row.requiredMoment("first"),
                row.requiredMoment("last"),
                texts(row, "whats"),
                texts(row, "agents"),
                row.count("rounds"),
                One.of(row));
    }

    private static FailureKind kindOf(Row row) {
        return FailureKind.valueOf(row.requiredText("kind").toUpperCase(Locale.ROOT));
    }

    private static List<String> texts(Row row, String column) {
        return row.list(column).stream()
                .filter(Objects::nonNull)
                .map(Object::toString)
                .toList();
    }
}
