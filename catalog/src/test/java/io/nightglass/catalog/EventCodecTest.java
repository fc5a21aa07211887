package io.nightglass.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.catalog.event.RoundScored;
import io.nightglass.catalog.event.StopTriggered;
import io.nightglass.catalog.sample.EventSamples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class EventCodecTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    static List<WireEvent> samples() {
        return EventSamples.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsBackWhatWasWritten(WireEvent sample) {
        var wire = JSON.readTree(JSON.writeValueAsString(sample.toJson()));
        assertEquals(sample, EventCodec.read(wire).orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleRaisesNoWarning(WireEvent sample) {
        var properties = (ObjectNode) sample.toJson().get("properties");
        assertEquals(List.of(), Check.of(sample.name(), properties, sample.distinctId()));
    }

    @Test
    void takesNumbersSentAsTextAndForgetsWhatIsNotOne() {
        var wire = scored();
        ((ObjectNode) wire.get("properties")).put("score", "0.5").put("quality_score", "good");
        var read = (RoundScored) EventCodec.read(wire).orElseThrow().event();
        assertEquals(0.5, read.score());
        assertEquals(null, read.qualityScore());
    }

    @Test
    void keepsWhatNoRecordNames() {
        var wire = scored();
        ((ObjectNode) wire.get("properties")).put("dim_consent", 0.58).put("n_tags", 14);
        var more = EventCodec.read(wire).orElseThrow().more();
        assertEquals(0.58, more.get("dim_consent").doubleValue());
        assertEquals(14, more.get("n_tags").intValue());
        assertFalse(more.has("score"));
    }

    @Test
    void doesNotMakeUpARequiredProperty() {
        var wire = EventSamples.all().stream()
                .filter(sample -> sample.name().equals("step.tool_called"))
                .findFirst()
                .orElseThrow()
                .toJson();
        ((ObjectNode) wire.get("properties")).putNull("tool");
        assertTrue(EventCodec.read(wire).isEmpty());
        assertTrue(EventCodec.read(wire.put("event", "$pageview")).isEmpty());
        assertTrue(EventCodec.read(JSON.createObjectNode()).isEmpty());
    }

    @Test
    void aRoundScoredWithoutANumberIsReadAsSuchAndStillOdd() {
        var wire = scored();
        ((ObjectNode) wire.get("properties")).putNull("score");
        assertTrue(EventCodec.read(wire).isPresent());
        assertEquals(
                1, Check.of("round_scored", (ObjectNode) wire.get("properties")).size());
    }

    @Test
    void anEventsOwnPropertyIsNotItsContextToo() {
        var wire = EventSamples.all().stream()
                .filter(sample -> sample.name().equals("eval.run"))
                .findFirst()
                .orElseThrow();
        var measure = EventCodec.read(wire.toJson()).orElseThrow().context().measure();
        assertEquals(null, measure == null ? "no measure" : measure.scorerVersion());
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        var stop = EventSamples.all().stream()
                .filter(sample -> sample.event() instanceof StopTriggered)
                .findFirst()
                .orElseThrow();
        var bare = new WireEvent(
                stop.uuid(),
                stop.timestamp(),
                "d",
                new Envelope(null, null, null, null, null, null),
                new StopTriggered("plateau", null, null, null),
                JSON.createObjectNode());
        assertEquals("{\"reason\":\"plateau\"}", bare.toJson().get("properties").toString());
    }

    private static ObjectNode scored() {
        return EventSamples.all().stream()
                .filter(sample -> sample.event() instanceof RoundScored)
                .findFirst()
                .orElseThrow()
                .toJson();
    }
}
