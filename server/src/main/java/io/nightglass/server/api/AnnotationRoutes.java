package io.nightglass.server.api;

import io.javalin.http.Context;
import io.nightglass.server.edge.Bodies;
import io.nightglass.server.edge.Budget;
import io.nightglass.server.edge.Limit;
import io.nightglass.server.edge.Refusal;
import io.nightglass.server.redaction.Redaction;
import io.nightglass.store.MetadataStore;
import io.nightglass.store.MetadataStore.Annotation;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@code /api/projects/:id/annotations/}: moments somebody marked, latest first (posthog-wire.md 4).
 *
 * @param redaction takes out of what they say what must not be kept
 * @param reader of what was sent
 */
public record AnnotationRoutes(
        Access access, MetadataStore metadata, Redaction redaction, Budget budget, AnnotationReader reader) {
    /** {@code GET}, with {@code search}, {@code limit}, {@code offset}. Guarded where it is registered. */
    public void list(Context ctx) {
        String search = lower(ctx.queryParam("search"));
        var found = metadata.annotations(AnnotationReader.EARLIEST, AnnotationReader.LATEST).stream()
                .filter(annotation -> lower(annotation.content()).contains(search))
                .sorted(Comparator.comparing(Annotation::at)
                        .thenComparing(Annotation::id)
                        .reversed())
                .toList();
        ProjectRoutes.answer(ctx, Paging.of(ctx).page(ctx, found, AnnotationJson::of));
    }

    /** {@code POST}: 201 and the annotation. {@code date_marker} is now unless given. */
    public void create(Context ctx) {
        try (var lease = budget.lease()) {
            var body = body(ctx, lease);
            var kept = metadata.annotate(reader.read(body));
            ctx.status(201);
            ProjectRoutes.answer(ctx, AnnotationJson.of(kept));
        }
    }

    /** {@code GET} of one, a deleted one too. */
    public void one(Context ctx) {
        ProjectRoutes.answer(ctx, AnnotationJson.of(metadata.annotation(id(ctx)).orElseThrow(() -> missing(ctx))));
    }

    /** {@code PATCH}, and {@code PUT} which here means the same: {@code {"deleted":true}} hides it. */
    public void change(Context ctx) {
        try (var lease = budget.lease()) {
            var body = body(ctx, lease);
            var deleted = body.path("deleted");
            if (!deleted.isMissingNode() && !deleted.isBoolean()) {
                throw Refusal.badField("deleted", "invalid", "Must be a valid boolean.");
            }
            var changed = metadata.change(
                            id(ctx),
                            deleted.isBoolean() ? deleted.booleanValue() : null,
                            note -> reader.read(body, note))
                    .orElseThrow(() -> missing(ctx));
            ProjectRoutes.answer(ctx, AnnotationJson.of(changed));
        }
    }

    /** {@code DELETE}: 405, as PostHog answers; an annotation is hidden, not lost. */
    public void delete(Context ctx) {
        ctx.header("Allow", "GET, PUT, PATCH");
        throw Refusal.methodNotAllowed("DELETE");
    }

    private JsonNode body(Context ctx, Budget.Lease lease) {
        var body = Bodies.json(ctx, Limit.PLAIN, lease).root();
        access.check(ctx, body);
        if (!body.isObject()) {
            throw Refusal.badRequest("Invalid data. Expected an object like {\"content\":\"...\"}.");
        }
        redaction.clean(body);
        return body;
    }

    private static long id(Context ctx) {
        var text = ctx.pathParam("annotation");
        if (!text.matches("\\d{1,18}")) {
            throw missing(ctx);
        }
        return Long.parseLong(text);
    }

    private static Refusal missing(Context ctx) {
        return Refusal.notFound("There is no annotation %s.".formatted(Refusal.quoted(ctx.pathParam("annotation"))));
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
