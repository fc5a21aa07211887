package io.nightglass.catalog.event;

import io.nightglass.catalog.Prop;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The library that made the call, and whom it called. */
public record AiClient(
        @Prop(value = "$ai_provider", doc = "who serves the model") @Nullable
        String provider,

        @Prop(value = "$ai_base_url", doc = "address that was called") @Nullable
        String baseUrl,

        @Prop(value = "$ai_lib", doc = "library that reported it") @Nullable
        String lib,

        @Prop(value = "$ai_lib_version", doc = "its version") @Nullable
        String libVersion,

        @Prop(value = "$ai_framework", doc = "agent framework: langchain, openai-agents, vercel, ...") @Nullable
        String framework,

        @Prop(value = "$ai_framework_version", doc = "its version") @Nullable
        String frameworkVersion,

        @Prop(value = "$ai_ingestion_source", doc = "how it came when not by an SDK: otel") @Nullable
        String ingestionSource,

        @Prop(value = "$ai_provider_metadata", doc = "what the provider added") @Nullable
        JsonNode providerMetadata) {}
