package io.nightglass.server.capture;

import io.javalin.http.Context;
import io.nightglass.server.Keys;
import io.nightglass.server.edge.Refusal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Finds the project key in all the places SDKs put it (posthog-wire.md 0.7), and lets nobody in without it. */
public record Tokens(Keys keys) {
    private static final List<String> NAMES = List.of("api_key", "token", "$token");
    private static final String IN_BODY = "api_key in the body";
    private static final String AS_BEARER = "'Authorization: Bearer phc_...'";

    /** @throws Refusal 401 unless exactly one token came, and it is the project's */
    void check(Context ctx, Payload payload) {
        var found = new LinkedHashSet<String>();
        fromRequest(ctx, found);
        collect(payload.envelope(), found);
        boolean told = !found.isEmpty();
        for (var event : payload.events()) {
            collect(event, found);
        }
        if (!told && found.isEmpty()) {
            // posthog-js; a property called token is only data when the key came in a proper place.
            payload.events().forEach(event -> collect(event.path("properties"), found));
        }
        check(found, IN_BODY);
    }

    /** @throws Refusal 401 unless the one token of a request other than capture is the project's */
    public void check(Context ctx, JsonNode body) {
        var found = new LinkedHashSet<String>();
        fromRequest(ctx, found);
        collect(body, found);
        check(found, IN_BODY);
    }

    /** @throws Refusal 401 unless the request's {@code Authorization} is {@code Bearer} and the project key */
    public void checkBearer(Context ctx) {
        var found = new LinkedHashSet<String>();
        bearer(ctx, found);
        check(found, AS_BEARER);
    }

    /** @param place where the route takes a key from */
    private void check(Set<String> found, String place) {
        if (found.isEmpty()) {
            throw Refusal.noKey("no project key; send it as " + place);
        }
        if (found.size() > 1) {
            throw Refusal.wrongKey("the request names two different project keys; send one");
        }
        String token = found.iterator().next();
        if (keys.isPersonal(token) || token.startsWith("phx_")) {
            throw Refusal.wrongKey("a personal key cannot send events; use the project key, which starts with phc_");
        }
        if (!keys.isProject(token)) {
            throw Refusal.wrongKey("unknown project key; use the one this pane printed at its first start");
        }
    }

    private static void fromRequest(Context ctx, Set<String> found) {
        bearer(ctx, found);
        for (String name : NAMES) {
            var token = ctx.queryParam(name);
            if (token != null && !token.isBlank()) {
                found.add(token.strip());
            }
        }
    }

    private static void bearer(Context ctx, Set<String> found) {
        var header = ctx.header("Authorization");
        if (header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            found.add(header.substring(7).strip());
        }
    }

    private static void collect(JsonNode from, Set<String> found) {
        for (String name : NAMES) {
            var token = from.path(name);
            if (token.isString() && !token.stringValue().isBlank()) {
                found.add(token.stringValue().strip());
            } else if (!token.isMissingNode() && !token.isNull() && !token.isString()) {
                found.add(token.toString());
            }
        }
    }
}
