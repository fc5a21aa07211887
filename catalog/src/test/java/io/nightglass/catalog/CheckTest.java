package io.nightglass.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class CheckTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    @Test
    void saysWhichRequiredPropertyIsMissing() {
        var warnings = Check.of("round_scored", json("{\"round_id\":\"r\"}"));
        assertEquals(1, warnings.size());
        assertEquals(Warning.Kind.MISSING_PROPERTY, warnings.get(0).kind());
        assertEquals("score", warnings.get(0).property());
    }

    @Test
    void countsAJsonNullAsNotSent() {
        assertEquals(
                Warning.Kind.MISSING_PROPERTY,
                Check.of("stop_triggered", json("{\"reason\":null}")).get(0).kind());
        assertEquals(List.of(), Check.of("round_kept", json("{\"round_id\":\"r\",\"delta\":null}")));
    }

    @Test
    void quotesAMistypedValueAndSaysWhatWasExpected() {
        var warning = Check.of("round_kept", json("{\"round_id\":\"r\",\"delta\":\"much\"}"))
                .get(0);
        assertEquals(Warning.Kind.MISTYPED_PROPERTY, warning.kind());
        assertEquals("delta", warning.property());
        assertEquals("expected a finite number, got 'much'", warning.detail());
    }

    @Test
    void takesANumberSentAsText() {
        assertEquals(
                List.of(),
                Check.of("round_scored", json("{\"round_id\":\"r\",\"score\":\" -1.5e3 \",\"quality_score\":\"1\"}")));
    }

    @Test
    void warnsOfNumbersThatAreNone() {
        for (var value :
                List.of("NaN", "Infinity", "true", "\"1d\"", "\"0x1p3\"", "\"NaN\"", "\"1e999\"", "\"\"", "[1]")) {
            var warnings = Check.of("round_scored", json("{\"round_id\":\"r\",\"score\":" + value + "}"));
            assertEquals(1, warnings.size(), value);
            assertEquals(Warning.Kind.MISTYPED_PROPERTY, warnings.get(0).kind(), value);
        }
    }

    @Test
    void warnsOfARoundsEventWithoutItsRound() {
        var warning = Check.of("round_kept", json("{\"round_id\":null}")).get(0);
        assertEquals(Warning.Kind.MISSING_ENVELOPE, warning.kind());
        assertEquals("round_id", warning.property());
    }

    @Test
    void countsABlankIdAsNotSent() {
        for (var blank : List.of("", "  ")) {
            var warnings = Check.of(
                    "round_kept",
                    json("{\"round_id\":\"%s\",\"run_id\":\"%s\",\"project\":\"%s\"}".formatted(blank, blank, blank)),
                    "u");
            assertEquals(
                    List.of("round_id", "run_id", "project"),
                    warnings.stream().map(Warning::property).toList());
            assertEquals(
                    List.of(Warning.Kind.MISSING_ENVELOPE),
                    warnings.stream().map(Warning::kind).distinct().toList());
        }
        assertEquals(List.of(), Check.of("round_kept", json("{\"round_id\":\"r\"}")), "a round may be without a run");
        assertEquals(List.of(), Check.of("stop_triggered", json("{\"reason\":\"x\",\"round_id\":\"\"}")));
    }

    @Test
    void asksForAProjectOnlyWhenTheIdsTellNone() {
        var kept = json("{\"round_id\":\"r\"}");
        assertEquals(List.of(), Check.of("round_kept", kept, "p:c:a"));
        assertEquals(List.of(), Check.of("round_kept", json("{\"round_id\":\"r\",\"user_id\":\"p:c:a\"}"), "u"));
        assertEquals("project", Check.of("round_kept", kept, "u").get(0).property());
    }

    @Test
    void checksEnvelopeAndContextToo() {
        var warnings = Check.of("round_kept", json("{\"round_id\":\"r\",\"git_sha\":{},\"sample\":\"maybe\"}"));
        assertEquals(
                List.of("git_sha", "sample"),
                warnings.stream().map(Warning::property).toList());
    }

    @Test
    void leavesAnEventItDoesNotKnowAlone() {
        assertEquals(List.of(), Check.of("$pageview", json("{\"status\":{},\"score\":\"x\"}")));
    }

    @Test
    void stopsAtEightWarningsAndQuotesNoMoreThanTwoHundredCharacters() {
        var sent = json("{}");
        Catalog.schema("token_machine.request")
                .orElseThrow()
                .properties()
                .forEach(property -> sent.putArray(property.name()));
        assertEquals(
                Check.MOST_WARNINGS, Check.of("token_machine.request", sent).size());

        var longText = json("{\"round_id\":\"r\"}").put("score", "\uD83D\uDE00".repeat(10_000));
        var detail = Check.of("round_scored", longText).get(0).detail();
        assertTrue(detail.length() <= 200 + "expected a finite number, got ''...".length(), detail);
        assertTrue(detail.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF), "no half of a character");
    }

    @Test
    void allocatesNothingWhenAllIsWell() {
        assertSame(List.of(), Check.of("round_kept", json("{\"round_id\":\"r\",\"delta\":0.5}")));
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) JSON.readTree(text);
    }
}
