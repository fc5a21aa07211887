package io.nightglass.server.api;

import io.javalin.http.Context;
import io.nightglass.server.edge.Bodies;
import io.nightglass.server.edge.Budget;
import io.nightglass.server.edge.Limit;
import io.nightglass.server.edge.Refusal;
import io.nightglass.store.MetadataStore;
import io.nightglass.store.MetadataStore.Annotation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/projects/:id/annotations/}: moments somebody marked, latest first (posthog-wire.md 4). */
public record AnnotationRoutes(Access access, MetadataStore metadata, Budget budget, InstantSource clock) {
    private static final int LONGEST_CONTENT = 8192;
    private static final int USUAL_PAGE = 100;
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /** {@code GET}, with {@code search}, {@code limit}, {@code offset}. Guarded where it is registered. */
    public void list(Context ctx) {
        String search = lower(ctx.queryParam("search"));
        var found = metadata.annotations(EARLIEST, LATEST).stream()
                .filter(annotation -> lower(annotation.content()).contains(search))
                .sorted(Comparator.comparing(Annotation::at).reversed())
                .toList();
        var page = JsonMapper.shared().createObjectNode();
        page.put("count", found.size());
        page.putNull("next");
        page.putNull("previous");
        var results = page.putArray("results");
        found.stream()
                .skip(number(ctx, "offset", 0))
                .limit(number(ctx, "limit", USUAL_PAGE))
                .forEach(annotation -> results.add(json(annotation)));
        ProjectRoutes.answer(ctx, page);
    }

    /** {@code POST}: 201 and the annotation. {@code date_marker} is now unless given. */
    public void create(Context ctx) {
        try (var lease = budget.lease()) {
            var body = Bodies.json(ctx, Limit.PLAIN, lease).root();
            access.check(ctx, body);
            var content = body.path("content").asString("");
            if (content.length() > LONGEST_CONTENT) {
                throw Refusal.badField(
                        "content",
                        "max_length",
                        "Ensure this field has no more than %d characters.".formatted(LONGEST_CONTENT));
            }
            var kept = metadata.annotate(marker(body.path("date_marker")), content, null);
            ctx.status(201);
            ProjectRoutes.answer(ctx, json(kept));
        }
    }

    private Instant marker(JsonNode sent) {
        if (sent.isMissingNode() || sent.isNull()) {
            return clock.instant();
        }
        try {
            return OffsetDateTime.parse(sent.asString("")).toInstant();
        } catch (DateTimeException e) {
            throw Refusal.badField(
                    "date_marker",
                    "invalid",
                    "'%s' is not a time like 2026-01-01T00:00:00Z".formatted(Refusal.quoted(sent.asString(""))));
        }
    }

    private static ObjectNode json(Annotation annotation) {
        var json = JsonMapper.shared().createObjectNode();
        json.put("id", annotation.id());
        json.put("content", annotation.content());
        json.put("date_marker", annotation.at().toString());
        json.put("creation_type", "USR");
        json.put("scope", "project");
        json.putNull("dashboard_item");
        json.putNull("dashboard_id");
        json.putNull("dashboard_name");
        json.putNull("insight_short_id");
        json.putNull("insight_name");
        json.putNull("insight_derived_name");
        json.putNull("created_by");
        json.put("created_at", annotation.createdAt().toString());
        json.put("updated_at", annotation.createdAt().toString());
        json.put("deleted", false);
        return json;
    }

    private static long number(Context ctx, String name, int otherwise) {
        var text = ctx.queryParam(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("\\d{1,9}")) {
            throw Refusal.badField(name, "invalid", "'%s' is not a whole number".formatted(Refusal.quoted(text)));
        }
        return Long.parseLong(text);
    }

    private static String lower(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
