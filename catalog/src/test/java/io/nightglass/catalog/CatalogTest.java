package io.nightglass.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.catalog.sample.EventSamples;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CatalogTest {
    private static final Set<String> SAID_IN_THE_GUIDE = Set.of(
            "round_started",
            "proposal_generated",
            "proposal_applied",
            "round_scored",
            "round_kept",
            "round_reverted",
            "model_escalated",
            "stop_triggered",
            "finetune_batch_published",
            "step.plan",
            "step.tool_called",
            "step.tool_returned",
            "step.observation",
            "step.reflection",
            "step.retry",
            "eval.run",
            "eval.case",
            "eval.regression",
            "token_machine.request",
            "token_machine.team_summary",
            "token_machine.anomaly",
            "$ai_generation",
            "$ai_embedding",
            "$ai_span",
            "$ai_trace",
            "$ai_metric",
            "$ai_feedback",
            "$feature_flag_called");

    @Test
    void knowsEveryEvent() {
        assertEquals(
                SAID_IN_THE_GUIDE, Catalog.schemas().stream().map(Schema::event).collect(Collectors.toSet()));
    }

    @Test
    void noTwoNamesDifferInCaseOnly() {
        var seen = new HashMap<String, String>();
        for (var property : Catalog.properties()) {
            assertNull(seen.put(property.name().toLowerCase(Locale.ROOT), property.name()), property.name());
        }
    }

    @Test
    void noEventNamesAPropertyTwice() {
        for (var schema : Catalog.schemas()) {
            var names = new HashSet<String>();
            Catalog.envelope().forEach(property -> names.add(property.name()));
            for (var property : schema.properties()) {
                assertTrue(names.add(property.name()), schema.event() + " " + property.name());
            }
        }
    }

    @Test
    void onlyLongTextsAreKeptApart() {
        assertEquals(
                List.of("$ai_input", "$ai_output_choices", "$ai_tools", "$ai_instructions"),
                Catalog.schema("$ai_generation").orElseThrow().properties().stream()
                        .filter(property -> property.kind() == Kind.LONG_TEXT)
                        .map(Property::name)
                        .filter(name -> !name.contains("mcp") && !name.contains("custom") && !name.contains("metadata"))
                        .toList());
    }

    @Test
    void everySampleIsOfItsOwnKindAndAllAreThere() {
        assertEquals(
                Catalog.schemas().stream().map(Schema::event).toList(),
                EventSamples.all().stream().map(WireEvent::name).toList());
    }

    @Test
    void everyPropertyOfAnEventIsShownByASample() {
        var shown = new HashSet<String>();
        for (var sample : EventSamples.all()) {
            shown.addAll(sample.toJson().get("properties").propertyNames());
        }
        var never = Catalog.schemas().stream()
                .flatMap(schema -> schema.properties().stream())
                .map(Property::name)
                .filter(name -> !shown.contains(name))
                .toList();
        assertEquals(List.of("$feature_flag_error"), never);
    }
}
