package io.nightglass.server.api;

import io.javalin.http.Context;
import io.nightglass.server.Keys;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The one user, organization and project of a pane, as scripts look them up before anything else. */
public record ProjectRoutes(Keys keys, ZoneId zone) {
    /** The id of the one project; {@code @current} means the same. */
    public static final long ID = 1;

    private static final String NAME = "Nightglass";

    /** {@code GET /api/users/@me/}. */
    public void me(Context ctx) {
        var user = owner();
        user.put("is_staff", false);
        user.set("team", project());
        user.set("organization", organization());
        answer(ctx, user);
    }

    /** {@code GET /api/projects/}. */
    public void list(Context ctx) {
        var page = JsonMapper.shared().createObjectNode();
        page.put("count", 1);
        page.putNull("next");
        page.putNull("previous");
        page.putArray("results").add(project());
        answer(ctx, page);
    }

    /** {@code GET /api/projects/:id/}. */
    public void one(Context ctx) {
        answer(ctx, project());
    }

    /** The one user, as what they made names them. */
    static ObjectNode owner() {
        var user = JsonMapper.shared().createObjectNode();
        user.put("id", ID);
        user.put("uuid", uuid("user"));
        user.put("distinct_id", "owner");
        user.put("first_name", "Owner");
        user.put("last_name", "");
        user.put("email", "owner@localhost");
        user.put("is_email_verified", true);
        return user;
    }

    private ObjectNode project() {
        var project = JsonMapper.shared().createObjectNode();
        project.put("id", ID);
        project.put("uuid", uuid("project"));
        project.put("organization", uuid("organization"));
        project.put("name", NAME);
        project.put("api_token", keys.project());
        project.put("timezone", zone.getId());
        project.put("is_demo", false);
        return project;
    }

    private static ObjectNode organization() {
        return JsonMapper.shared()
                .createObjectNode()
                .put("id", uuid("organization"))
                .put("name", NAME)
                .put("slug", "nightglass");
    }

    private static String uuid(String what) {
        return UUID.nameUUIDFromBytes(("nightglass:" + what).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    static void answer(Context ctx, ObjectNode json) {
        ctx.contentType("application/json").result(JsonMapper.shared().writeValueAsBytes(json));
    }
}
