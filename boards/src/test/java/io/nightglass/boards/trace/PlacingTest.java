package io.nightglass.boards.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Each rule of what stands under what, by one round that needs it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlacingTest {
    private TraceOutline outline;
    private ToldRound round;

    @BeforeAll
    void open(@TempDir Path folder) {
        outline = new TraceOutline(folder);
    }

    @AfterAll
    void close() {
        outline.close();
    }

    @BeforeEach
    void begin(TestInfo test) {
        round = new ToldRound(test.getDisplayName()).at(0, "round_started");
    }

    private void isDrawn(String lines) {
        assertEquals("round_started 0\n" + lines, outline.of(round));
    }

    @Test
    void aToolsCallAndReturnAreOneNode() {
        round.at(880, "step.tool_called", "{'step_id':'s','tool':'apply'}")
                .at(900, "step.observation", "{'source':'log','step_id':'s'}")
                .at(1200, "step.tool_returned", "{'step_id':'s','ok':false}");
        isDrawn("""
                step.tool_called apply 880..1200 failed
                step.observation 900
                """);
    }

    @Test
    void whatIsMissingOfAToolIsNotInvented() {
        round.at(10, "step.tool_called", "{'step_id':'a','tool':'never'}")
                .at(20, "step.tool_returned", "{'step_id':'b','tool':'orphan','ok':true,'latency_ms':5}")
                .at(30, "step.tool_called", "{'tool':'nameless'}")
                .at(40, "step.tool_returned", "{'tool':'nameless','ok':'maybe'}");
        isDrawn("""
                step.tool_called never 10
                step.tool_returned orphan 20 ok ?
                step.tool_called nameless 30
                step.tool_returned nameless 40 ?
                """);
    }

    @Test
    void aReturnThatAnotherClockPutsBeforeItsCallTakesNoTime() {
        round.at(50, "step.tool_called", "{'step_id':'s','tool':'x'}")
                .at(20, "step.tool_returned", "{'step_id':'s','ok':true}");
        isDrawn("step.tool_called x 50..50 ok\n");
    }

    @Test
    void aStepIdUsedAgainMakesAnotherPair() {
        round.at(10, "step.tool_called", "{'step_id':'s','tool':'x'}")
                .at(20, "step.tool_returned", "{'step_id':'s','ok':false}")
                .at(30, "step.tool_called", "{'step_id':'s','tool':'x'}")
                .at(45, "step.tool_returned", "{'step_id':'s','ok':true}")
                .at(50, "step.tool_returned", "{'step_id':'s','ok':true}");
        isDrawn("""
                step.tool_called x 10..20 failed
                step.tool_called x 30..45 ok
                step.tool_returned 50 ok ?
                """);
    }

    @Test
    void aCallBeginsItsLatencyBeforeItWasSaid() {
        round.at(862, "$ai_generation", "{'$ai_latency':0.842}")
                .at(900, "$ai_span", "{'$ai_latency':'0.1','$ai_span_name':'as text'}")
                .at(1000, "$ai_generation", "{'$ai_latency':0.5,'$ai_span_name':'otel','$ai_ingestion_source':'otel'}");
        isDrawn("""
                $ai_generation planner 20..862 ok
                $ai_span as text 800..900 ok
                $ai_generation otel 1000..1500 ok
                """);
    }

    @Test
    void aLatencyNobodyCanBelieveIsNone() {
        round.at(10, "$ai_generation", "{'$ai_latency':-1,'$ai_span_id':'negative'}")
                .at(20, "$ai_generation", "{'$ai_latency':86401,'$ai_span_id':'huge'}")
                .at(30, "$ai_generation", "{'$ai_latency':'soon','$ai_span_id':'text'}")
                .at(40, "$ai_generation", "{'$ai_latency':0,'$ai_span_id':'none','$ai_is_error':true}");
        isDrawn("""
                $ai_generation negative 10 ok
                $ai_generation huge 20 ok
                $ai_generation text 30 ok
                $ai_generation none 40..40 failed
                """);
    }

    @Test
    void aParentIsASpanOrASuiteById() {
        round.at(100, "$ai_span", "{'$ai_latency':0.09,'$ai_span_id':'a'}")
                .at(90, "$ai_span", "{'$ai_latency':0.05,'$ai_span_id':'b','$ai_parent_id':'a'}")
                .at(80, "$ai_generation", "{'$ai_span_id':'c','$ai_parent_id':'b','suite_id':'e'}")
                .at(200, "eval.run", "{'suite_id':'e','suite':'nine'}")
                .at(250, "$ai_generation", "{'$ai_span_id':'judge','$ai_parent_id':'e'}")
                .at(260, "$ai_generation", "{'$ai_span_id':'other','$ai_parent_id':'gone','suite_id':'e'}")
                .at(300, "eval.case", "{'suite_id':'e','case_id':'one','passed':false}");
        isDrawn("""
                $ai_span a 10..100 ok
                  $ai_span b 40..90 ok
                    $ai_generation c 80 ok
                eval.run nine 200
                  $ai_generation judge 250 ok
                  $ai_generation other 260 ok
                  eval.case one 300 failed
                """);
    }

    @Test
    void whatNamesAParentThatIsNotThereIsShownUnplaced() {
        round.at(10, "eval.run", "{'suite_id':'e','suite':'nine'}")
                .at(20, "$ai_generation", "{'$ai_span_id':'lost','$ai_parent_id':'gone'}")
                .at(30, "eval.case", "{'suite_id':'other','case_id':'c'}")
                .at(40, "eval.regression", "{'case_id':'unheard','suite_id':'third'}");
        isDrawn("""
                eval.run nine 10
                $ai_generation lost 20 ok ?
                eval.case c 30 ?
                eval.regression unheard 40 ?
                """);
    }

    @Test
    void theTraceAsParentIsTheFirstLevelOrTheTracesOwnEvent() {
        round.at(
                        10,
                        "$ai_generation",
                        "{'$ai_span_id':'a','$ai_parent_id':'%s','$ai_trace_id':'%s'}"
                                .formatted(round.id(), round.id()))
                .at(20, "$ai_span", "{'$ai_span_id':'b','$ai_parent_id':'t','$ai_trace_id':'t'}")
                .at(
                        60,
                        "$ai_trace",
                        "{'$ai_trace_id':'t','$ai_span_name':'chain','$ai_latency':0.05,'$ai_parent_id':'t'}")
                .at(70, "$ai_span", "{'$ai_span_id':'c','$ai_parent_id':'u','$ai_trace_id':'u'}");
        isDrawn("""
                $ai_generation a 10 ok
                $ai_trace chain 10..60 ok
                  $ai_span b 20 ok
                $ai_span c 70 ok
                """);
    }

    @Test
    void aCallThatNamesNothingBelongsToTheOnlySuiteOpenAllTheWhile() {
        round.at(150, "$ai_generation", "{'$ai_latency':0.1,'$ai_span_id':'began before'}")
                .at(100, "eval.run", "{'suite_id':'e','suite':'nine','n_cases':2}")
                .at(180, "$ai_generation", "{'$ai_latency':0.06,'$ai_span_id':'judge'}")
                .at(190, "eval.case", "{'suite_id':'e','case_id':'one'}")
                .at(200, "eval.case", "{'suite_id':'e','case_id':'two'}")
                .at(250, "$ai_generation", "{'$ai_latency':0.06,'$ai_span_id':'ended after'}")
                .at(260, "step.plan", "{'plan':'more'}");
        isDrawn("""
                $ai_generation began before 50..150 ok
                eval.run nine 100
                  $ai_generation judge 120..180 ok
                  eval.case one 190
                  eval.case two 200
                $ai_generation ended after 190..250 ok
                step.plan 260
                """);
    }

    @Test
    void twoSuitesOpenAtOnceLeaveACallWhereItIs() {
        round.at(100, "eval.run", "{'suite_id':'a','suite':'A'}")
                .at(150, "eval.run", "{'suite_id':'b','suite':'B'}")
                .at(200, "$ai_generation", "{'$ai_latency':0.02,'$ai_span_id':'whose'}")
                .at(130, "$ai_generation", "{'$ai_latency':0.02,'$ai_span_id':'of A'}")
                .at(220, "eval.case", "{'suite_id':'b','case_id':'b1'}")
                .at(270, "$ai_generation", "{'$ai_latency':0.02,'$ai_span_id':'also of A'}")
                .at(300, "round_scored", "{'score':1}")
                .at(330, "$ai_generation", "{'$ai_latency':0.02,'$ai_span_id':'after'}");
        isDrawn("""
                eval.run A 100
                  $ai_generation of A 110..130 ok
                  $ai_generation also of A 250..270 ok
                eval.run B 150
                  eval.case b1 220
                $ai_generation whose 180..200 ok
                round_scored 300
                $ai_generation after 310..330 ok
                """);
    }

    @Test
    void aSuiteWithCasesMissingIsOverWhenTheNextBegins() {
        round.at(100, "eval.run", "{'suite_id':'a','suite':'A','n_cases':9}")
                .at(120, "eval.case", "{'suite_id':'a','case_id':'a1'}")
                .at(140, "$ai_generation", "{'$ai_latency':0.01,'$ai_span_id':'of A'}")
                .at(200, "eval.run", "{'suite_id':'b','suite':'B','n_cases':9}")
                .at(230, "$ai_generation", "{'$ai_latency':0.01,'$ai_span_id':'of B'}")
                .at(240, "eval.case", "{'case_id':'b1'}");
        isDrawn("""
                eval.run A 100
                  eval.case a1 120
                  $ai_generation of A 130..140 ok
                eval.run B 200
                  $ai_generation of B 220..230 ok
                  eval.case b1 240
                """);
    }

    @Test
    void aRetryStandsUnderTheFailedCallOfItsStep() {
        round.at(10, "step.tool_called", "{'step_id':'s','tool':'x'}")
                .at(20, "step.tool_returned", "{'step_id':'s','ok':false}")
                .at(21, "step.tool_called", "{'step_id':'t','tool':'y'}")
                .at(22, "step.tool_returned", "{'step_id':'t','ok':false}")
                .at(30, "step.retry", "{'step_id':'s','attempt':2}")
                .at(40, "step.tool_called", "{'step_id':'u','tool':'x'}")
                .at(50, "step.tool_returned", "{'step_id':'u','ok':true}");
        isDrawn("""
                step.tool_called x 10..20 failed
                  step.retry 30
                step.tool_called y 21..22 failed
                step.tool_called x 40..50 ok
                """);
    }

    @Test
    void anotherRetryStandsUnderTheLatestEarlierFailureOfItsAgentAndTool() {
        round.at(10, "step.tool_called", "{'step_id':'s','tool':'x'}")
                .at(20, "step.tool_returned", "{'step_id':'s','ok':false}")
                .at(30, "step.tool_called", "{'step_id':'t','tool':'y','agent':'coder'}")
                .at(40, "step.tool_returned", "{'step_id':'t','ok':false,'agent':'coder'}")
                .at(41, "step.retry", "{'step_id':'1','tool':'x'}")
                .at(42, "step.retry", "{'step_id':'2','tool':'y'}")
                .at(43, "step.retry", "{'step_id':'3'}")
                .at(44, "step.retry", "{'agent':'coder'}")
                .at(45, "step.retry", "{'agent':'critic'}")
                .at(5, "step.retry", "{'tool':'x'}");
        isDrawn("""
                step.retry x 5
                step.tool_called x 10..20 failed
                  step.retry x 41
                  step.retry 43
                step.tool_called y 30..40 failed
                  step.retry 44
                step.retry y 42
                step.retry 45
                """);
    }

    @Test
    void aModelCallThatFailedIsRetriedToo() {
        round.at(10, "$ai_generation", "{'$ai_is_error':true,'$ai_error':'429'}")
                .at(20, "step.retry", "{'attempt':2}");
        isDrawn("""
                $ai_generation planner 10 failed
                  step.retry 20
                """);
    }

    @Test
    void aRegressionStandsUnderTheSuiteOfItsCase() {
        round.at(10, "eval.run", "{'suite_id':'a','suite':'A'}")
                .at(20, "eval.case", "{'suite_id':'a','case_id':'one'}")
                .at(30, "eval.run", "{'suite_id':'b','suite':'B'}")
                .at(40, "eval.case", "{'suite_id':'b','case_id':'two'}")
                .at(50, "eval.regression", "{'case_id':'one'}")
                .at(35, "eval.regression", "{'case_id':'two'}");
        isDrawn("""
                eval.run A 10
                  eval.case one 20
                  eval.regression one 50
                eval.run B 30
                  eval.regression two 35
                  eval.case two 40
                """);
    }

    @Test
    void inACycleEachNodeIsShownOnceAndUnplaced() {
        round.at(10, "$ai_span", "{'$ai_span_id':'a','$ai_parent_id':'b'}")
                .at(20, "$ai_span", "{'$ai_span_id':'b','$ai_parent_id':'c'}")
                .at(30, "$ai_span", "{'$ai_span_id':'c','$ai_parent_id':'a'}")
                .at(40, "$ai_generation", "{'$ai_span_id':'tail','$ai_parent_id':'c'}")
                .at(50, "$ai_span", "{'$ai_span_id':'self','$ai_parent_id':'self'}");
        isDrawn("""
                $ai_span a 10 ok ?
                $ai_span b 20 ok ?
                $ai_span c 30 ok ?
                  $ai_generation tail 40 ok
                $ai_span self 50 ok ?
                """);
    }

    @Test
    void ofTwoSpansWithOneIdTheFirstIsTheParent() {
        round.at(20, "$ai_span", "{'$ai_span_id':'twice','$ai_span_name':'second'}")
                .at(10, "$ai_span", "{'$ai_span_id':'twice','$ai_span_name':'first'}")
                .at(30, "$ai_generation", "{'$ai_parent_id':'twice'}");
        isDrawn("""
                $ai_span first 10 ok
                  $ai_generation planner 30 ok
                $ai_span second 20 ok
                """);
    }

    @Test
    void aRoundHoldsWhatNamesItOrOnlyItsTrace() {
        round.at(10, "$ai_generation", "{'$ai_trace_id':'made up','$ai_span_id':'mine'}")
                .elsewhere(20, "$ai_generation", "{'$ai_trace_id':'made up','$ai_span_id':'not drawn in'}")
                .elsewhere(30, "$ai_generation", "{'$ai_trace_id':'%s','$ai_span_id':'by trace'}".formatted(round.id()))
                .elsewhere(40, "approved in browser", "{'$ai_trace_id':'%s'}".formatted(round.id()))
                .elsewhere(50, "$ai_span", "{'$ai_trace_id':'%s','round_id':'another'}".formatted(round.id()));
        isDrawn("""
                $ai_generation mine 10 ok
                $ai_generation by trace 30 ok
                approved in browser 40
                """);
    }

    @Test
    void whatARoundSaysOfItselfStaysOnTheFirstLevel() {
        round.at(10, "eval.run", "{'suite_id':'e','suite':'nine'}")
                .at(20, "round_scored", "{'suite_id':'e','score':1,'$ai_parent_id':'gone'}");
        isDrawn("""
                eval.run nine 10
                round_scored 20
                """);
    }
}
