package io.nightglass.store.duckdb;

import static io.nightglass.hogql.ValueType.BOOLEAN;
import static io.nightglass.hogql.ValueType.DATETIME;
import static io.nightglass.hogql.ValueType.FLOAT;
import static io.nightglass.hogql.ValueType.INTEGER;
import static io.nightglass.hogql.ValueType.STRING;
import static io.nightglass.hogql.ValueType.UUID;
import static io.nightglass.store.duckdb.Shapes.always;
import static io.nightglass.store.duckdb.Shapes.maybe;

import io.nightglass.hogql.Tables.ColumnShape;
import io.nightglass.hogql.Tables.TableShape;
import java.util.List;
import java.util.stream.Stream;

/** What the tables of calls, scores and money look like in a query: one row per event, typed and narrow. */
final class CallShapes {
    private static final List<ColumnShape> EVENT = List.of(
            always("timestamp", DATETIME, "when it happened"),
            always("uuid", UUID, "the event"),
            maybe("round_id", STRING, "the round, by its own name or by its trace"),
            maybe("run_id", STRING, "the run"),
            maybe("project", STRING, "the loop"),
            maybe("client", STRING, "whose"),
            maybe("agent", STRING, "who"));

    private static final List<ColumnShape> SENT = List.of(
            maybe("git_sha", STRING, "the loop's code"),
            always("distinct_id", STRING, "who sent it"),
            always("sample", BOOLEAN, "made by the simulator"));

    private static final ColumnShape ROUND_NO =
            maybe("round_no", INTEGER, "rounds.round_no of the round: quicker to count and to join than its id");

    private static final ColumnShape IS_ONLY =
            always("is_only", BOOLEAN, "whether the round has no other score: such rounds need no DISTINCT");

    private static final TableShape GENERATIONS = new TableShape(
            "generations",
            "one row per $ai_generation or $ai_embedding",
            joined(
                    EVENT,
                    List.of(
                            always("event", STRING, "$ai_generation or $ai_embedding"),
                            maybe("trace_id", STRING, "its trace"),
                            maybe("span_id", STRING, "its place in the trace"),
                            maybe("parent_id", STRING, "what it hangs under"),
                            maybe("session_id", STRING, "session of its trace"),
                            maybe("span_name", STRING, "what it is called"),
                            maybe("model", STRING, "which model"),
                            maybe("provider", STRING, "who serves it"),
                            maybe("task_type", STRING, "what for"),
                            maybe("phase", STRING, "proposal, critique, score or refine"),
                            maybe("request_id", STRING, "shared with the routed call, if it was routed"),
                            maybe("input_tokens", INTEGER, "prompt size"),
                            maybe("output_tokens", INTEGER, "answer size"),
                            maybe("cache_read_tokens", INTEGER, "read from the prompt cache"),
                            maybe("cache_write_tokens", INTEGER, "written to the prompt cache"),
                            maybe("reasoning_tokens", INTEGER, "spent on thinking"),
                            maybe("latency", FLOAT, "wall time in seconds"),
                            maybe("time_to_first_token", FLOAT, "wait for the first token in seconds"),
                            maybe("cost_usd", FLOAT, "what it cost; costs counts it once"),
                            always("provenance", STRING, "of its cost: reported by the client, list_price or unknown"),
                            always("is_error", BOOLEAN, "whether it failed"),
                            maybe("error", STRING, "what went wrong"),
                            maybe("error_type", STRING, "class of the error"),
                            maybe("http_status", INTEGER, "status of the answer"),
                            maybe("stop_reason", STRING, "why the answer ended"),
                            maybe("stream", BOOLEAN, "whether it was streamed")),
                    SENT));

    private static final TableShape ROUTED = new TableShape(
            "routed",
            "one row per call that went through the router (token_machine.request)",
            joined(
                    EVENT,
                    List.of(
                            maybe("request_id", STRING, "shared with the generation of the same call"),
                            maybe("task_type", STRING, "what for"),
                            maybe("model", STRING, "model it was routed to"),
                            maybe("baseline_model", STRING, "model it would have gone to"),
                            maybe("policy_version", STRING, "version of the routing rules"),
                            maybe("input_tokens", INTEGER, "prompt size"),
                            maybe("output_tokens", INTEGER, "answer size"),
                            maybe("cost_usd", FLOAT, "what the router says it cost"),
                            maybe("list_price_usd", FLOAT, "what it would have cost by the list; never money spent"),
                            maybe("quality_score", FLOAT, "the router's grade"),
                            maybe("efficiency_grade", STRING, "A to F"),
                            maybe("outcome", STRING, "pass, fail or unknown"),
                            maybe("latency_ms", FLOAT, "wall time in milliseconds"),
                            ROUND_NO),
                    SENT));

    private static final TableShape SCORES = new TableShape(
            "scores",
            "one row per round_scored",
            joined(
                    EVENT,
                    List.of(
                            maybe("score", FLOAT, "the score, when it is a number"),
                            maybe("metric", STRING, "its name"),
                            maybe("direction", STRING, "as this event says it, in lower case"),
                            maybe("baseline_score", FLOAT, "score to beat"),
                            maybe("quality_score", FLOAT, "the router's grade of the round's calls"),
                            maybe("task_type", STRING, "what for"),
                            maybe("model", STRING, "model whose work was scored"),
                            ROUND_NO,
                            maybe("round_direction", STRING, "direction of its round, as rounds has it"),
                            IS_ONLY),
                    SENT));

    private static final TableShape DIMENSIONS = new TableShape(
            "dimensions",
            "one row per numeric dim_* of a round_scored",
            joined(
                    EVENT,
                    List.of(
                            always("dimension", STRING, "its name, dim_ included"),
                            always("value", FLOAT, "its part of the score"),
                            ROUND_NO,
                            IS_ONLY,
                            always("sample", BOOLEAN, "made by the simulator")),
                    List.of()));

    private static final TableShape COSTS = new TableShape(
            "costs",
            "the ledger: every dollar once",
            joined(
                    EVENT,
                    List.of(
                            maybe("task_type", STRING, "what for"),
                            maybe("model", STRING, "which model"),
                            maybe("cost_usd", FLOAT, "null when no price is known"),
                            always("source", STRING, "token_machine, generation, round or proposal: who says it"),
                            always("provenance", STRING, "reported by the client, list_price or unknown"),
                            maybe("hides", UUID, "the generation of the same routed call, which is not counted"),
                            maybe("verdict", STRING, "of its round, as rounds has it"),
                            always("sample", BOOLEAN, "made by the simulator")),
                    List.of()));

    private static final TableShape STOPS = new TableShape(
            "stops",
            "one row per stop_triggered",
            joined(EVENT, List.of(maybe("reason", STRING, "why it stopped")), SENT));

    private static final TableShape ESCALATIONS = new TableShape(
            "escalations",
            "one row per model_escalated",
            joined(
                    EVENT,
                    List.of(
                            maybe("from_model", STRING, "model given up"),
                            maybe("to_model", STRING, "model taken instead"),
                            maybe("reason", STRING, "why")),
                    SENT));

    private static final TableShape REVERTS = new TableShape(
            "reverts",
            "one row per round_reverted",
            joined(EVENT, List.of(maybe("failure_mode", STRING, "its failure_mode, else its reason")), SENT));

    private static final TableShape ANOMALIES = new TableShape(
            "anomalies",
            "one row per token_machine.anomaly",
            joined(
                    EVENT,
                    List.of(
                            maybe("type", STRING, "wrong_model, ..."),
                            maybe("user_id", STRING, "whose call"),
                            maybe("task_type", STRING, "what for"),
                            maybe("recommendation", STRING, "what the router advises")),
                    SENT));

    static final List<TableShape> ALL =
            List.of(GENERATIONS, ROUTED, SCORES, DIMENSIONS, COSTS, STOPS, ESCALATIONS, REVERTS, ANOMALIES);

    private CallShapes() {}

    private static List<ColumnShape> joined(List<ColumnShape> first, List<ColumnShape> own, List<ColumnShape> last) {
        return Stream.of(first, own, last).flatMap(List::stream).toList();
    }
}
