package io.nightglass.server.api;

import io.nightglass.store.MetadataStore.Annotation;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An annotation in PostHog's shape; {@code author} is ours. */
final class AnnotationJson {
    private AnnotationJson() {}

    static ObjectNode of(Annotation annotation) {
        var note = annotation.note();
        var json = JsonMapper.shared().createObjectNode();
        json.put("id", annotation.id());
        json.put("content", note.content());
        json.put("date_marker", note.at().toString());
        json.put("creation_type", note.creation());
        json.put("scope", note.scope());
        json.put("dashboard_item", note.dashboardItem());
        json.put("dashboard_id", note.dashboard());
        json.putNull("dashboard_name");
        json.putNull("insight_short_id");
        json.putNull("insight_name");
        json.putNull("insight_derived_name");
        json.set("created_by", ProjectRoutes.owner());
        json.put("author", note.author());
        json.put("created_at", annotation.createdAt().toString());
        json.put("updated_at", annotation.updatedAt().toString());
        json.put("deleted", annotation.deleted());
        return json;
    }
}
