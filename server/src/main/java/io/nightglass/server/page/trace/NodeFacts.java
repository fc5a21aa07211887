package io.nightglass.server.page.trace;

import io.nightglass.boards.trace.Item;
import io.nightglass.catalog.Values;
import io.nightglass.server.page.format.Count;
import io.nightglass.server.page.format.Money;
import io.nightglass.server.page.format.Span;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The figures at the head of an open node. */
final class NodeFacts {
    private final Item item;
    private final JsonNode sent;
    private final JsonNode returned;
    private final List<Fact> facts = new ArrayList<>();

    private NodeFacts(Item item, JsonNode sent, JsonNode returned) {
        this.item = item;
        this.sent = sent;
        this.returned = returned;
    }

    /** @param returned properties of a tool's return */
    static List<Fact> of(Item item, JsonNode sent, JsonNode returned) {
        var facts = new NodeFacts(item, sent, returned);
        switch (item.kind()) {
            case CALL -> facts.call();
            case TOOL -> facts.tool();
            case EVAL_CASE -> {
                facts.add("Score", text(sent, "score"));
                facts.add("Threshold", text(sent, "threshold"));
                facts.add("Dimension", text(sent, "dim"));
            }
            case EVAL_RUN -> {
                facts.add("Cases", text(sent, "n_cases"));
                facts.add("Scorer", text(sent, "scorer_version"));
            }
            case RETRY -> facts.add("Attempt", text(sent, "attempt"));
            case EVENT -> {
                facts.add("Score before", text(sent, "prior_score"));
                facts.add("Score now", text(sent, "new_score"));
                facts.add("Delta", text(sent, "delta"));
            }
            case SPAN -> {}
        }
        if (item.kind() != io.nightglass.boards.trace.Kind.TOOL) {
            facts.took();
        }
        facts.add("Agent", item.agent());
        return facts.facts;
    }

    private void call() {
        var provenance = text(sent, "$ai_cost_provenance");
        facts.add(new Fact("Cost", Money.of(item.cost()), provenance == null ? "" : provenance));
        var cached = Values.integer(sent.path("$ai_cache_read_input_tokens"));
        var in = Values.integer(sent.path("$ai_input_tokens"));
        facts.add(new Fact(
                "Tokens in",
                in == null ? "—" : Count.exact(in),
                cached == null || cached == 0 ? "" : Count.exact(cached) + " cached"));
        var out = Values.integer(sent.path("$ai_output_tokens"));
        var reasoning = Values.integer(sent.path("$ai_reasoning_tokens"));
        facts.add(new Fact(
                "Tokens out",
                out == null ? "—" : Count.exact(out),
                reasoning == null || reasoning == 0 ? "" : Count.exact(reasoning) + " reasoning"));
        var written = Values.integer(sent.path("$ai_cache_creation_input_tokens"));
        add("Written to cache", written == null || written == 0 ? null : Count.exact(written));
        add("Model", item.event().labels().model());
        add("Phase", text(sent, "phase"));
        add("Task", text(sent, "task_type"));
        add("Ended by", text(sent, "$ai_stop_reason"));
    }

    private void tool() {
        took();
        var timeout = Values.number(sent.path("timeout_ms"));
        add("Timeout", timeout == null ? null : Span.ofSeconds(timeout / 1000));
        var bytes = Values.integer(returned.path("result_bytes"));
        add("Result", bytes == null ? null : Count.exact(bytes) + "\u202fB");
    }

    private void took() {
        var took = item.extent().duration();
        add("Latency", took == null ? null : Span.of(Duration.of(took, ChronoUnit.MICROS)));
    }

    private void add(String label, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            facts.add(new Fact(label, value));
        }
    }

    private static @Nullable String text(JsonNode sent, String name) {
        return Values.text(sent.path(name));
    }
}
