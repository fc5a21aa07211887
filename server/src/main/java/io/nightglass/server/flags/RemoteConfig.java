package io.nightglass.server.flags;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.nightglass.server.Keys;
import io.nightglass.server.edge.Refusal;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code /array/{token}/config} and {@code config.js}: how posthog-js is to behave (posthog-wire.md 2.7). */
public record RemoteConfig(Keys keys, boolean asScript) implements Handler {

    @Override
    public void handle(Context ctx) {
        String token = ctx.pathParam("token");
        if (!keys.isProject(token)) {
            throw Refusal.notFound("unknown project key; use the one this pane printed at its first start");
        }
        String json = JsonMapper.shared().writeValueAsString(of(token));
        if (asScript) {
            ctx.contentType("application/javascript; charset=utf-8").result(script(token, json));
        } else {
            ctx.contentType("application/json").result(json);
        }
    }

    /** The configuration of {@code token}: capture everything, compress it, and ask for nothing we do not have. */
    static ObjectNode of(String token) {
        var config = JsonMapper.shared().createObjectNode();
        config.put("token", token);
        config.putArray("supportedCompression").add("gzip").add("gzip-js");
        config.put("hasFeatureFlags", false);
        config.put("captureDeadClicks", false);
        config.put("capturePerformance", false);
        config.put("autocapture_opt_out", false);
        config.put("autocaptureExceptions", false);
        config.putObject("analytics").put("endpoint", "/e/");
        config.put("elementsChainAsString", true);
        config.put("sessionRecording", false);
        config.put("heatmaps", false);
        config.put("surveys", false);
        config.put("productTours", false);
        config.put("defaultIdentifiedOnly", true);
        config.putArray("siteApps");
        config.put("isAuthenticated", false);
        config.putObject("toolbarParams");
        return config;
    }

    private static String script(String token, String json) {
        return """
                (function() {
                  window._POSTHOG_REMOTE_CONFIG = window._POSTHOG_REMOTE_CONFIG || {};
                  window._POSTHOG_REMOTE_CONFIG[%s] = {"config": %s, "siteApps": []};
                })();
                """.formatted(JsonMapper.shared().writeValueAsString(token), json);
    }
}
