package io.nightglass.boards.rounds;

import io.nightglass.boards.Asker;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rounds beside one: of its run, else of its project.
 *
 * @param before null for the first
 * @param after null for the last
 */
public record Neighbours(@Nullable String before, @Nullable String after) {
    private static final String BEGAN = "coalesce(started_at, first_at)";

    /** Blocks for two questions. */
    public static Neighbours of(Round round, Asker asker) {
        return new Neighbours(beside(round, asker, "<", "DESC"), beside(round, asker, ">", "ASC"));
    }

    private static @Nullable String beside(Round round, Asker asker, String sign, String order) {
        var who = round.who();
        var values = new HashMap<String, @Nullable Object>(Map.<String, Instant>of("at", round.at()));
        values.put("id", round.id());
        values.put("scope", who.run() != null ? who.run() : who.project());
        var scope = who.run() != null ? "run_id = {scope}" : "run_id IS NULL AND " + project(who.project());
        var hogql = """
                SELECT round_id FROM rounds
                WHERE %1$s AND (%2$s %3$s {at} OR %2$s = {at} AND round_id %3$s {id})
                ORDER BY %2$s %4$s, round_id %4$s LIMIT 1""".formatted(scope, BEGAN, sign, order);
        var rows = asker.rows(hogql, values);
        return rows.isEmpty() ? null : rows.getFirst().text("round_id");
    }

    private static String project(@Nullable String project) {
        return project == null ? "project IS NULL" : "project = {scope}";
    }
}
