package io.nightglass.server.page.calls;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.nightglass.boards.Asker;
import io.nightglass.boards.calls.Call;
import io.nightglass.boards.calls.Calls;
import io.nightglass.boards.trace.Extent;
import io.nightglass.boards.trace.Item;
import io.nightglass.boards.trace.Kind;
import io.nightglass.boards.trace.Node;
import io.nightglass.boards.trace.TraceEvent;
import io.nightglass.server.page.Frame;
import io.nightglass.server.page.Links;
import io.nightglass.server.page.MissingPage;
import io.nightglass.server.page.View;
import io.nightglass.server.page.format.Times;
import io.nightglass.server.page.trace.KeptTexts;
import io.nightglass.server.page.trace.Line;
import io.nightglass.server.page.trace.OpenNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code GET /generations/{uuid}?view=said|tools|properties|raw}: one model call with everything that was sent. */
public record GenerationPage(Asker asker, View view, KeptTexts texts) implements Handler {
    private static final List<String> VIEWS = List.of("said", "tools", "properties", "raw");

    /**
     * @param tools the tools the model was offered
     * @param gone that its text is not kept any more, if so
     */
    public record Model(
            Frame frame,
            Call call,
            OpenNode open,
            List<CallFacts.Fact> facts,
            List<Tool> tools,
            String tab,
            Times times,
            @Nullable String gone) {

        public Links at(String other) {
            return Links.toCall(call.uuid()).with("view", other.equals("said") ? null : other);
        }

        /** What was sent with it. */
        public JsonNode sent() {
            return open.properties().getFirst().sent();
        }

        public JsonNode parameters() {
            return sent().path("$ai_model_parameters");
        }

        public String title() {
            var who = call.who();
            var called = CallList.cut(Objects.requireNonNullElse(who.model(), "A model without a name"));
            return who.agent() == null ? called : called + ", called by " + CallList.cut(who.agent());
        }
    }

    @Override
    public void handle(Context ctx) {
        var call = uuid(ctx.pathParam("uuid")).flatMap(new Calls(asker)::named);
        if (call.isEmpty()) {
            new MissingPage(view).write(ctx, "There is no call " + ctx.pathParam("uuid"), "/generations", "All calls");
            return;
        }
        var open = open(call.get());
        var sent = open.properties().getFirst().sent();
        var asked = Objects.requireNonNullElse(ctx.queryParam("view"), "said");
        var model = new Model(
                view.frame("Call", Frame.Part.CALLS),
                call.get(),
                open,
                CallFacts.of(call.get(), sent),
                Tool.of(sent.path("$ai_tools")),
                VIEWS.contains(asked) ? asked : "said",
                new Times(asker.zone()),
                texts.gone(open));
        view.write(ctx, "calls/generation.jte", model);
    }

    /** The call as the trace of its round would open it. */
    private OpenNode open(Call call) {
        var event = new TraceEvent(
                call.uuid(),
                call.event(),
                call.at(),
                call.who().agent(),
                TraceEvent.Ids.NONE,
                TraceEvent.Labels.NONE,
                new TraceEvent.Call(
                        call.took().latency(),
                        false,
                        call.failed(),
                        null,
                        call.cost().usd()),
                TraceEvent.Figures.NONE);
        var item = new Item(Kind.CALL, event, null, new Extent(0, null));
        return OpenNode.of(new Line(new Node(item, true, List.of()), 1, 0, null, null, 0, false), asker);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
