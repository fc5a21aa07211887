package io.nightglass.catalog.event;

import io.nightglass.catalog.Prop;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What agent frameworks say about a span or a trace. */
public record AiAgent(
        @Prop(value = "$ai_span_type", doc = "tool, agent, handoff, guardrail, custom, ...") @Nullable
        String spanType,

        @Prop(value = "$ai_trace_name", doc = "name of the trace") @Nullable
        String traceName,

        @Prop(value = "$ai_group_id", doc = "group of traces in the framework") @Nullable
        String groupId,

        @Prop(value = "$ai_agent_tools", doc = "tools the agent has") @Nullable
        JsonNode tools,

        @Prop(value = "$ai_agent_handoffs", doc = "agents it may hand over to") @Nullable
        JsonNode handoffs,

        @Prop(value = "$ai_agent_output_type", doc = "shape of its output") @Nullable
        String outputType,

        @Prop(value = "$ai_handoff_from_agent", doc = "agent that handed over") @Nullable
        String handoffFrom,

        @Prop(value = "$ai_handoff_to_agent", doc = "agent that took over") @Nullable
        String handoffTo,

        @Prop(value = "$ai_guardrail_triggered", doc = "whether a guardrail stopped it") @Nullable
        Boolean guardrailTriggered,

        @Prop(value = "$ai_mcp_server", doc = "tool server it asked") @Nullable
        String mcpServer,

        @Prop(value = "$ai_mcp_tools", doc = "tools that server listed") @Nullable
        JsonNode mcpTools,

        @Prop(value = "$ai_mcp_data", doc = "what went over to it", longText = true) @Nullable
        JsonNode mcpData,

        @Prop(value = "$ai_custom_data", doc = "data of a custom span", longText = true) @Nullable
        JsonNode customData,

        @Prop(value = "$ai_trace_metadata", doc = "data of the trace", longText = true) @Nullable
        JsonNode traceMetadata) {}
