package io.nightglass.server.otlp;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * OpenTelemetry's names for calls of language models (its GenAI conventions, their earlier spellings, and those of
 * OpenLLMetry and Vercel) and ours. What a sender already calls by our name stays as it is.
 */
final class GenAi {
    private static final Set<String> GENERATIONS = Set.of(
            "chat",
            "text_completion",
            "completion",
            "generate_content",
            "ai.generateText.doGenerate",
            "ai.streamText.doStream",
            "ai.generateObject.doGenerate",
            "ai.streamObject.doStream");
    private static final Set<String> EMBEDDINGS =
            Set.of("embeddings", "embedding", "ai.embed.doEmbed", "ai.embedMany.doEmbed");
    private static final List<String> OPERATION =
            List.of("gen_ai.operation.name", "llm.request.type", "ai.operationId");

    private record Named(String property, List<String> attributes) {}

    /** Numbers and short texts; the first attribute that is there counts. */
    private static final List<Named> PLAIN = List.of(
            named("$ai_model", "gen_ai.request.model", "gen_ai.response.model", "llm.request.model", "ai.model.id"),
            named("$ai_provider", "gen_ai.provider.name", "gen_ai.system", "llm.vendor", "ai.model.provider"),
            named(
                    "$ai_input_tokens",
                    "gen_ai.usage.input_tokens",
                    "gen_ai.usage.prompt_tokens",
                    "llm.usage.prompt_tokens",
                    "ai.usage.inputTokens",
                    "ai.usage.promptTokens",
                    "ai.usage.tokens"),
            named(
                    "$ai_output_tokens",
                    "gen_ai.usage.output_tokens",
                    "gen_ai.usage.completion_tokens",
                    "llm.usage.completion_tokens",
                    "ai.usage.outputTokens",
                    "ai.usage.completionTokens"),
            named(
                    "$ai_cache_read_input_tokens",
                    "gen_ai.usage.cache_read.input_tokens",
                    "gen_ai.usage.cache_read_input_tokens",
                    "gen_ai.usage.cached_input_tokens",
                    "ai.usage.cachedInputTokens"),
            named(
                    "$ai_cache_creation_input_tokens",
                    "gen_ai.usage.cache_creation.input_tokens",
                    "gen_ai.usage.cache_creation_input_tokens"),
            named(
                    "$ai_reasoning_tokens",
                    "gen_ai.usage.reasoning.output_tokens",
                    "gen_ai.usage.reasoning_tokens",
                    "ai.usage.reasoningTokens"),
            named("$ai_total_tokens", "gen_ai.usage.total_tokens", "llm.usage.total_tokens"),
            named("$ai_response_id", "gen_ai.response.id", "ai.response.id"),
            named("$ai_session_id", "gen_ai.conversation.id", "session.id"),
            named("$ai_http_status", "http.response.status_code"),
            named("$ai_error_type", "error.type"),
            named("$ai_time_to_first_token", "gen_ai.response.time_to_first_chunk"));

    /** JSON, which attributes carry as text. */
    private static final List<Named> JSON = List.of(
            named("$ai_input", "gen_ai.input.messages", "gen_ai.prompt", "ai.prompt.messages", "ai.prompt", "ai.value"),
            named("$ai_output_choices", "gen_ai.output.messages", "gen_ai.completion", "ai.response.text"),
            named("$ai_instructions", "gen_ai.system_instructions"),
            named("$ai_tools", "gen_ai.tool.definitions", "ai.prompt.tools"),
            named("$ai_input_state", "gen_ai.tool.call.arguments", "traceloop.entity.input", "ai.toolCall.args"),
            named("$ai_output_state", "gen_ai.tool.call.result", "traceloop.entity.output", "ai.toolCall.result"));

    private static final Map<String, String> PARAMETERS = Map.of(
            "gen_ai.request.temperature", "temperature",
            "gen_ai.request.top_p", "top_p",
            "gen_ai.request.top_k", "top_k",
            "gen_ai.request.max_tokens", "max_tokens",
            "gen_ai.request.frequency_penalty", "frequency_penalty",
            "gen_ai.request.presence_penalty", "presence_penalty",
            "gen_ai.request.seed", "seed",
            "gen_ai.request.stop_sequences", "stop");

    private static final Map<String, String> SPAN_TYPES =
            Map.of("execute_tool", "tool", "invoke_agent", "agent", "create_agent", "agent");

    private GenAi() {}

    /** What a span with these attributes is called here. */
    static String event(ObjectNode attributes) {
        var operation = first(attributes, OPERATION).asString("");
        if (GENERATIONS.contains(operation)) {
            return "$ai_generation";
        }
        return EMBEDDINGS.contains(operation) ? "$ai_embedding" : "$ai_span";
    }

    /** Adds to attributes what they are called here. */
    static void name(ObjectNode attributes) {
        for (var plain : PLAIN) {
            add(attributes, plain.property, first(attributes, plain.attributes));
        }
        for (var json : JSON) {
            add(attributes, json.property, read(first(attributes, json.attributes)));
        }
        add(attributes, "$ai_input", messages(attributes, "gen_ai.prompt."));
        add(attributes, "$ai_output_choices", messages(attributes, "gen_ai.completion."));
        var reasons = first(attributes, List.of("gen_ai.response.finish_reasons", "ai.response.finishReason"));
        add(attributes, "$ai_stop_reason", reasons.isArray() ? reasons.path(0) : reasons);
        var parameters = JsonNodeFactory.instance.objectNode();
        PARAMETERS.forEach((attribute, name) -> add(parameters, name, attributes.path(attribute)));
        if (!parameters.isEmpty()) {
            add(attributes, "$ai_model_parameters", parameters);
        }
        var type = SPAN_TYPES.get(attributes.path("gen_ai.operation.name").asString(""));
        if (type != null) {
            add(attributes, "$ai_span_type", JsonNodeFactory.instance.stringNode(type));
        }
    }

    /** OpenLLMetry's messages: one attribute for each part of each, {@code gen_ai.prompt.0.content}. */
    private static JsonNode messages(ObjectNode attributes, String before) {
        ArrayNode messages = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; attributes.has(before + i + ".role") || attributes.has(before + i + ".content"); i++) {
            var message = messages.addObject();
            add(message, "role", attributes.path(before + i + ".role"));
            add(message, "content", read(attributes.path(before + i + ".content")));
        }
        return messages.isEmpty() ? JsonNodeFactory.instance.missingNode() : messages;
    }

    private static JsonNode first(ObjectNode attributes, List<String> names) {
        for (var name : names) {
            var value = attributes.path(name);
            if (!value.isMissingNode() && !value.isNull()) {
                return value;
            }
        }
        return JsonNodeFactory.instance.missingNode();
    }

    private static void add(ObjectNode to, String name, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull() && !to.has(name)) {
            to.set(name, value);
        }
    }

    /** The JSON a text holds when it holds a list or an object; else what was given. */
    private static JsonNode read(JsonNode value) {
        var text = value.isString() ? value.stringValue().strip() : "";
        if (!text.startsWith("[") && !text.startsWith("{")) {
            return value;
        }
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            return value;
        }
    }

    private static Named named(String property, String... attributes) {
        return new Named(property, List.of(attributes));
    }
}
