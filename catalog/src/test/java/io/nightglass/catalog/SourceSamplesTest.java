package io.nightglass.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The client and the code samples of the guide the loops follow, property by property, raise no warning. */
class SourceSamplesTest {
    private static final String ENVELOPE =
            "{\"project\":\"gtm-autoresearch\",\"client\":\"internal\",\"round_id\":\"01HXYZ\",\"ts\":1776567600.5,";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            round_started | "model":"m","diff_lines":12
            round_scored | "score":0.78,"dim_coverage":0.9,"dim_correctness":1
            round_kept | "delta":0.06,"cost_usd":0.042
            round_reverted | "reason":"score_drop","cost_usd":0.042
            round_scored | "score":0.78,"scorer_variant":"v2"
            step.plan | "step_id":"01A","plan":"p","next_action":"apply_diff"
            step.tool_called | "step_id":"01A","tool":"t","args_json":"{}","timeout_ms":30000
            step.tool_returned | "step_id":"01A","tool":"t","ok":true,"latency_ms":12,"result_bytes":3
            step.tool_returned | "step_id":"01A","tool":"t","ok":false,"error":"e","latency_ms":12
            eval.run | "suite_id":"01A","suite":"gtm-9dim","scorer_version":"v2.3","n_cases":9
            eval.case | "suite_id":"01A","case_id":"d","dim":"d","score":0.5,"rationale":"r","passed":false
            eval.regression | "case_id":"d","dim":"d","prior_score":0.9,"new_score":0.5,"delta":-0.4
            token_machine.request | "user_id":"u","task_type":"t","model_used":"m","input_tokens":1,"output_tokens":1,"cost_usd":0,"quality_score":0.5,"efficiency_grade":"A","latency_ms":1.5
            token_machine.team_summary | "total_requests":1,"total_cost":1,"avg_quality":1,"worst_performer":"a","best_performer":"b","escalation_candidates":["t"]
            token_machine.anomaly | "type":"wrong_model","user_id":"u","task_type":"t","recommendation":"r"
            model_escalated | "from_model":"a","to_model":"b","stall_rounds":3,"reason":"stalled"
            stop_triggered | "reason":"plateau","rounds_completed":30,"total_cost_usd":1.5,"final_best_score":0.78
            finetune_batch_published | "batch_id":"b","n_examples":50,"r2_key":"k","target_model":"m"
            """)
    void raisesNoWarning(String event, String properties) {
        assertEquals(List.of(), Check.of(event, json(ENVELOPE + properties + "}"), "somebody"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            $ai_generation | "$ai_provider":"openai","$ai_model":"m","$ai_input":null,"$ai_output_choices":null,"$ai_http_status":200,"$ai_input_tokens":0,"$ai_output_tokens":0,"$ai_latency":0.5,"$ai_trace_id":"t"
            $ai_embedding | "$ai_provider":"openai","$ai_model":"m","$ai_input":"text","$ai_input_tokens":4,"$ai_latency":0.5,"$ai_trace_id":"t"
            $ai_trace | "$ai_trace_id":"t","$ai_input_state":{},"$ai_latency":0.5,"$ai_parent_id":null,"$ai_framework":"langchain"
            $ai_metric | "$ai_trace_id":"t","$ai_metric_name":"n","$ai_metric_value":"1"
            $feature_flag_called | "$feature_flag":"scorer_v2","$feature_flag_response":true,"locally_evaluated":false,"$feature_flag_id":12,"$feature_flag_version":3
            $feature_flag_called | "$feature_flag":"scorer_v2","$feature_flag_response":null
            """)
    void theClientsOfTheWrappersRaiseNone(String event, String properties) {
        assertEquals(List.of(), Check.of(event, json("{" + properties + "}"), "somebody"));
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) JsonMapper.shared().readTree(text);
    }
}
