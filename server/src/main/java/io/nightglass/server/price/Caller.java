package io.nightglass.server.price;

import io.nightglass.catalog.Values;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which model was called through whom: what tells how its tokens are counted (posthog-wire.md 3.5, 3.6).
 *
 * @param model as the client names it, "" when it does not
 * @param provider as the client names it, in lower case
 * @param framework as the client names it, in lower case
 * @param toldExclusive whether cached tokens are beside the input, when the client says
 */
record Caller(
        String model,
        String provider,
        String framework,
        @Nullable Boolean toldExclusive) {
    /** boards.md: these three are one column. */
    private static final List<String> MODEL = List.of("$ai_model", "model_used", "model");

    static Caller of(ObjectNode properties) {
        var told = properties.get("$ai_cache_reporting_exclusive");
        return new Caller(
                MODEL.stream()
                        .map(name -> text(properties, name))
                        .filter(text -> !text.isBlank())
                        .findFirst()
                        .orElse(""),
                text(properties, "$ai_provider").strip().toLowerCase(Locale.ROOT),
                text(properties, "$ai_framework").strip().toLowerCase(Locale.ROOT),
                told == null ? null : Values.truth(told));
    }

    /** Whether it counts and charges for its prompt cache as Anthropic does. */
    boolean isLikeAnthropic() {
        var name = model.toLowerCase(Locale.ROOT);
        return provider.equals("anthropic")
                || name.contains("anthropic")
                || bareModel().startsWith("claude");
    }

    /** Whether cached tokens are beside the input. Vercel's gateway does both, so its numbers have to tell. */
    boolean isExclusive(long input, long cached) {
        if (toldExclusive != null) {
            return toldExclusive;
        }
        if (provider.equals("gateway") && framework.equals("vercel")) {
            return input < cached;
        }
        return isLikeAnthropic();
    }

    /** Gemini counts thinking beside the output; LangChain adds the two before it reports them. */
    boolean thinksBesideOutput() {
        return bareModel().startsWith("gemini") && !framework.equals("langchain");
    }

    private String bareModel() {
        return ModelName.of(model).bare();
    }

    private static String text(ObjectNode properties, String name) {
        var value = properties.get(name);
        return value != null && value.isString() ? value.stringValue() : "";
    }
}
