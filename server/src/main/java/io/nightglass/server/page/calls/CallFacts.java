package io.nightglass.server.page.calls;

import io.nightglass.boards.calls.Call;
import io.nightglass.boards.calls.CallField;
import io.nightglass.catalog.Values;
import io.nightglass.server.page.Links;
import io.nightglass.server.page.format.Count;
import io.nightglass.server.page.format.Money;
import io.nightglass.server.page.format.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The figures at the head of a call. */
public final class CallFacts {
    private final List<Fact> facts = new ArrayList<>();

    private CallFacts() {}

    /** @param note smaller, behind the value; @param link calls that share the value, or null */
    public record Fact(
            String label,
            String value,
            String note,
            @Nullable Links link) {}

    static List<Fact> of(Call call, JsonNode sent) {
        var facts = new CallFacts();
        facts.money(call, sent);
        facts.tokens(call.tokens());
        facts.figure("Latency", Span.ofSeconds(call.took().latency()), "");
        if (call.took().firstToken() != null) {
            facts.figure("First token", Span.ofSeconds(call.took().firstToken()), "");
        }
        var who = call.who();
        facts.name("Model", who.model(), CallField.MODEL);
        facts.name("Provider", who.provider(), CallField.PROVIDER);
        facts.name("Agent", who.agent(), CallField.AGENT);
        facts.name("Phase", who.phase(), CallField.PHASE);
        facts.name("Task", who.task(), CallField.TASK_TYPE);
        facts.text("Stop reason", Values.text(sent.path("$ai_stop_reason")));
        facts.text("HTTP status", Values.text(sent.path("$ai_http_status")));
        return facts.facts;
    }

    private void money(Call call, JsonNode sent) {
        var priced = Values.text(sent.path("$ai_model_cost_used"));
        var note = call.cost().provenance().replace('_', ' ');
        var both = Stream.of(side("in", sent.path("$ai_input_cost_usd")), side("out", sent.path("$ai_output_cost_usd")))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        figure(
                "Cost",
                Money.of(call.cost().usd()),
                priced == null
                                || call.who().model() == null
                                || priced.equals(call.who().model())
                        ? note
                        : note + " of " + priced);
        if (!both.isEmpty()) {
            figure("Of it", both, "");
        }
    }

    private static @Nullable String side(String name, JsonNode usd) {
        var number = Values.number(usd);
        return number == null ? null : Money.of(number) + " " + name;
    }

    private void tokens(Call.Tokens tokens) {
        var cache = Stream.of(
                        counted(tokens.cacheRead(), "from the cache"), counted(tokens.cacheWrite(), "to the cache"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        figure("Tokens in", tokens.in() == null ? "—" : Count.exact(tokens.in()), cache);
        var thought = counted(tokens.reasoning(), "reasoning");
        figure("Tokens out", tokens.out() == null ? "—" : Count.exact(tokens.out()), thought == null ? "" : thought);
    }

    private static @Nullable String counted(@Nullable Long count, String what) {
        return count == null || count == 0 ? null : Count.exact(count) + " " + what;
    }

    private void figure(String label, String value, String note) {
        facts.add(new Fact(label, value, note, null));
    }

    private void text(String label, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            facts.add(new Fact(label, CallList.cut(value), "", null));
        }
    }

    private void name(String label, @Nullable String value, CallField field) {
        var link = Links.to("/generations").with(field.wire(), value == null ? CallAddress.NONE : value);
        facts.add(new Fact(label, CallList.cut(CallList.cell(value)), "", link));
    }
}
