package io.nightglass.server.api;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.nightglass.server.Keys;
import io.nightglass.server.edge.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Who may ask: the bearer of the personal key, about our one project. */
public record Access(Keys keys) {
    private static final String NONE_SENT =
            "Authentication credentials were not provided. Send the personal key as 'Authorization: Bearer phx_...'.";

    /** {@code handler} for who sends the personal key as header or query parameter, and names our project if any. */
    public Handler personal(Handler handler) {
        return ctx -> {
            check(keyIn(ctx));
            checkProject(ctx);
            handler.handle(ctx);
        };
    }

    /** The check of {@link #personal} for a route whose body may carry the key. */
    void check(Context ctx, JsonNode body) {
        var key = keyIn(ctx)
                .or(() -> Optional.ofNullable(
                        body.path("personal_api_key").asStringOpt().orElse(null)));
        check(key);
        checkProject(ctx);
    }

    /** Asks a browser for the personal key as password; any user name will do. For pages away from loopback. */
    public void checkBrowser(Context ctx) {
        var sent = basicPassword(ctx.header("Authorization")).or(() -> keyIn(ctx));
        if (sent.isEmpty() || !keys.isPersonal(sent.get())) {
            ctx.header("WWW-Authenticate", "Basic realm=\"Nightglass: the personal key is the password\"");
            throw Refusal.noKey(NONE_SENT);
        }
    }

    private void check(Optional<String> key) {
        if (key.isEmpty()) {
            throw Refusal.noKey(NONE_SENT);
        }
        if (!keys.isPersonal(key.get())) {
            throw Refusal.wrongKey(
                    keys.isProject(key.get())
                            ? "The project key cannot ask questions; use the personal key, which starts with phx_."
                            : "Personal API key found in request is invalid.");
        }
    }

    private static void checkProject(Context ctx) {
        var id = ctx.pathParamMap().get("id");
        if (id != null && !id.equals("@current") && !id.equals(Long.toString(ProjectRoutes.ID))) {
            throw Refusal.notFound("Project not found. This pane has one project: @current.");
        }
    }

    private static Optional<String> keyIn(Context ctx) {
        var header = ctx.header("Authorization");
        if (header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return Optional.of(header.substring(7).strip());
        }
        return Optional.ofNullable(ctx.queryParam("personal_api_key"));
    }

    private static Optional<String> basicPassword(@Nullable String header) {
        if (header == null || !header.startsWith("Basic ")) {
            return Optional.empty();
        }
        try {
            var pair = new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
            return Optional.of(pair.substring(pair.indexOf(':') + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
