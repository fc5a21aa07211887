package io.nightglass.cli.sample;

import io.nightglass.catalog.Context;
import io.nightglass.catalog.event.AiAnswer;
import io.nightglass.catalog.event.AiClient;
import io.nightglass.catalog.event.AiCost;
import io.nightglass.catalog.event.AiMessages;
import io.nightglass.catalog.event.AiOutcome;
import io.nightglass.catalog.event.AiSpot;
import io.nightglass.catalog.event.AiTokens;
import io.nightglass.catalog.event.Embedding;
import io.nightglass.catalog.event.Generation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes model calls and says so when they end, as the client libraries do; now and then one fails and is made again. */
final class Caller {
    private static final AiOutcome OK = new AiOutcome(false, null, null, 200L, null);
    private static final AiOutcome LIMITED =
            new AiOutcome(true, "429 rate limit: 40 requests a minute", "rate_limit", 429L, null);
    private static final AiOutcome TIMED_OUT = new AiOutcome(true, "no answer within 60 s", "timeout", 0L, null);
    private static final double FAILING = 0.004;

    private final Scribe scribe;
    private final Dice dice;
    private final Router router;

    Caller(Scribe scribe, Dice dice, Router router) {
        this.scribe = scribe;
        this.dice = dice;
        this.router = router;
    }

    /** Calls straight, or through the router for {@code routedShare} of the calls. */
    void make(String trace, Call call, double routedShare) {
        if (dice.chance(FAILING)) {
            fail(trace, call);
        }
        scribe.pass(call.seconds());
        boolean routed = dice.chance(routedShare);
        var requestId = routed ? router.requestId() : null;
        var cost = call.model().cost(call.tokens().input(), call.tokens().output());
        scribe.spend(cost);
        var answered = new Answered(
                call.seconds(), OK, cost, call.tokens(), call.words().answer());
        scribe.say(call.agent(), generation(trace, call, answered), task(call, requestId));
        if (routed) {
            scribe.pass(dice.between(0.05, 0.9));
            router.report(call, requestId);
        }
    }

    void embed(String trace, String agent, String text) {
        long tokens = 24 + text.length() / 4;
        var cost = Model.EMBED.cost(tokens, 0);
        double seconds = Rounded.to(3, dice.between(0.06, 0.3));
        scribe.pass(seconds);
        scribe.spend(cost);
        var messages = new AiMessages(Scribe.JSON.valueToTree(text), null, null, null, null, null, null);
        scribe.say(
                agent,
                new Embedding(
                        Model.EMBED.name(),
                        trace,
                        seconds,
                        new AiSpot("memory", trace, scribe.session(agent), "memory lookup"),
                        client(Model.EMBED),
                        messages,
                        counted(tokens, null),
                        cost(cost),
                        null,
                        OK),
                Context.Task.of("memory.embed", "proposal"));
    }

    private void fail(String trace, Call call) {
        boolean limited = dice.chance(0.5);
        double seconds = limited ? Rounded.to(3, dice.between(0.2, 0.5)) : 60.0;
        scribe.pass(seconds);
        var failed = new Answered(seconds, limited ? LIMITED : TIMED_OUT, 0.0, new Call.Tokens(0, 0), null);
        scribe.say(call.agent(), generation(trace, call, failed), task(call, null));
        scribe.pass(limited ? 20 : 2);
    }

    private record Answered(
            double seconds,
            AiOutcome outcome,
            @Nullable Double cost,
            Call.Tokens tokens,
            @Nullable String words) {}

    private Generation generation(String trace, Call call, Answered answered) {
        var parent = call.work().phase().equals("score") ? null : trace; // a judge's place is told by its time
        var answer = answered.words == null ? null : new AiAnswer("end_turn", null, null, false, null);
        return new Generation(
                call.model().name(),
                trace,
                Rounded.to(3, answered.seconds),
                new AiSpot(
                        call.work().span(),
                        parent,
                        scribe.session(call.agent()),
                        call.work().span()),
                client(call.model()),
                messages(call.words(), answered.words),
                counted(answered.tokens.input(), answered.tokens.output()),
                answered.cost == null ? null : cost(answered.cost),
                null,
                answered.outcome,
                answer,
                null);
    }

    private static AiMessages messages(Call.Words words, @Nullable String answer) {
        var input = Scribe.JSON.createArrayNode();
        input.addObject().put("role", "system").put("content", words.system());
        input.addObject().put("role", "user").put("content", words.user());
        JsonNode output = null;
        if (answer != null) {
            var choices = Scribe.JSON.createArrayNode();
            choices.addObject()
                    .put("role", "assistant")
                    .putArray("content")
                    .addObject()
                    .put("type", "text")
                    .put("text", answer);
            output = choices;
        }
        return new AiMessages(input, output, null, null, null, null, null);
    }

    private static Context.Task task(Call call, @Nullable String requestId) {
        return new Context.Task(call.work().taskType(), call.work().phase(), requestId, null);
    }

    private static AiClient client(Model model) {
        return new AiClient(model.provider(), model.address(), null, null, null, null, null, null);
    }

    private static AiTokens counted(long input, @Nullable Long output) {
        return new AiTokens(input, output, null, null, null, null, null, null, null, null, null, null);
    }

    private static AiCost cost(@Nullable Double total) {
        return new AiCost(total, null, null, null, null, null, null, null, null, null);
    }
}
