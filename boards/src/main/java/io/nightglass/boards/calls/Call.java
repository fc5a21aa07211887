package io.nightglass.boards.calls;

import io.nightglass.boards.Row;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A model call as its narrow columns tell it; texts in it are no longer than a line shows.
 *
 * @param event {@code $ai_generation} or {@code $ai_embedding}
 * @param at when it was reported, mostly its end
 * @param error in a word; null when it worked
 */
public record Call(
        UUID uuid,
        String event,
        Instant at,
        Who who,
        Ties ties,
        Took took,
        Tokens tokens,
        Cost cost,
        @Nullable String error) {
    private static final int LONGEST = 300;

    /** What a question has to ask for. */
    static final String COLUMNS = """
            uuid, event, timestamp, %s, %s, %s, %s, %s, %s, %s, round_id, trace_id, session_id,
            if(latency >= 0 AND latency <= 86400, latency, NULL) AS took,
            if(time_to_first_token >= 0 AND time_to_first_token <= 86400, time_to_first_token, NULL) AS first_token,
            input_tokens, output_tokens, cache_read_tokens, cache_write_tokens, reasoning_tokens, cost_usd, provenance,
            if(is_error, %s, NULL) AS failure""".formatted(
                    cut("model"),
                    cut("provider"),
                    cut("agent"),
                    cut("project"),
                    cut("phase"),
                    cut("task_type"),
                    cut("span_name"),
                    Wording.ERROR);

    /** Who was called, by whom and what for; none is empty. */
    public record Who(
            @Nullable String model,
            @Nullable String provider,
            @Nullable String agent,
            @Nullable String project,
            @Nullable String phase,
            @Nullable String task,
            @Nullable String name) {}

    /** What it belongs to; none is empty. */
    public record Ties(
            @Nullable String round,
            @Nullable String trace,
            @Nullable String session) {}

    /** In seconds; below 0 or above a day is none. */
    public record Took(@Nullable Double latency, @Nullable Double firstToken) {}

    /** As the client counted them. */
    public record Tokens(
            @Nullable Long in,
            @Nullable Long out,
            @Nullable Long cacheRead,
            @Nullable Long cacheWrite,
            @Nullable Long reasoning) {
        /** Null when neither side was counted. */
        public @Nullable Long total() {
            return in == null && out == null ? null : Long.valueOf((in == null ? 0 : in) + (out == null ? 0 : out));
        }
    }

    /** @param usd null when not known */
    public record Cost(@Nullable Double usd, String provenance) {}

    public boolean failed() {
        return error != null;
    }

    static Call of(Row row) {
        return new Call(
                UUID.fromString(row.requiredText("uuid")),
                row.requiredText("event"),
                row.requiredMoment("timestamp"),
                new Who(
                        said(row, "model_"),
                        said(row, "provider_"),
                        said(row, "agent_"),
                        said(row, "project_"),
                        said(row, "phase_"),
                        said(row, "task_type_"),
                        said(row, "span_name_")),
                new Ties(said(row, "round_id"), said(row, "trace_id"), said(row, "session_id")),
                new Took(row.number("took"), row.number("first_token")),
                new Tokens(
                        whole(row, "input_tokens"),
                        whole(row, "output_tokens"),
                        whole(row, "cache_read_tokens"),
                        whole(row, "cache_write_tokens"),
                        whole(row, "reasoning_tokens")),
                new Cost(row.number("cost_usd"), row.requiredText("provenance")),
                row.text("failure"));
    }

    private static String cut(String column) {
        return "left(%1$s, %2$d) AS %1$s_".formatted(column, LONGEST);
    }

    private static @Nullable String said(Row row, String column) {
        var text = row.text(column);
        return text == null || text.isEmpty() ? null : text;
    }

    private static @Nullable Long whole(Row row, String column) {
        return row.number(column) == null ? null : Long.valueOf(row.count(column));
    }
}
