package io.nightglass.store.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nightglass.store.Rows;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan kept from an earlier question was made for other rows: narrower numbers, shorter texts, earlier times, fewer columns. */
class KeptStatementsTest {
    private static final int COLUMNS = 3;

    private static final List<String> QUESTIONS = List.of(
            "SELECT seq, round_id, count(*) FROM events GROUP BY seq, round_id ORDER BY seq, round_id",
            "SELECT round_id, event, distinct_id FROM events ORDER BY round_id DESC NULLS LAST, event, distinct_id LIMIT 5",
            """
            SELECT count(*), min("timestamp"), max("timestamp") FROM events WHERE "timestamp" > '2026-03-02'""",
            "SELECT count(*) FILTER (round_id IS NULL), count(DISTINCT round_id), max(p_score) FROM events",
            "SELECT p_score, count(*), max(score) FROM events JOIN scores USING (seq) GROUP BY p_score ORDER BY p_score",
            "SELECT r.round_id, r.events, s.score FROM rounds AS r JOIN scores AS s USING (round_no) ORDER BY s.score, s.seq");

    @TempDir
    private Path home;

    @Test
    void aQuestionAskedBeforeSeesWhatCameSinceAsOneNeverAskedDoes() {
        try (var store = Stores.open(home)) {
            for (int turn = 0; turn < 8; turn++) {
                double score = Math.pow(-40, turn);
                store.append(List.of(
                        Rows.event("round_scored")
                                .round("R" + "x".repeat(turn * turn))
                                .at(turn * 40_000)
                                .with("score", Double.toString(score))
                                .with("dim_" + turn, "1")
                                .row(),
                        Rows.event("e" + turn).at(turn).row()));
                for (var question : QUESTIONS) {
                    var never = question + " ".repeat(turn + 1);
                    assertEquals(Stores.rows(store, COLUMNS, never), Stores.rows(store, COLUMNS, question), question);
                }
            }
        }
    }
}
