package io.nightglass.server.page;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Style sheets and scripts, all from the class path: a pane draws its pages with the network unplugged. The address holds
 * a digest of all of them, so a browser may keep each for ever.
 */
final class Assets {
    private static final String OURS = "/static/";
    private static final String CODEMIRROR = "/META-INF/resources/webjars/codemirror/5.65.20";
    private static final Map<String, String> SOURCES = Map.of(
            "htmx.min.js", "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js",
            "echarts.min.js", "/META-INF/resources/_static/echarts/6.0.0/dist/echarts.min.js",
            "codemirror.js", CODEMIRROR + "/lib/codemirror.js",
            "codemirror.css", CODEMIRROR + "/lib/codemirror.css",
            "show-hint.js", CODEMIRROR + "/addon/hint/show-hint.js",
            "matchbrackets.js", CODEMIRROR + "/addon/edit/matchbrackets.js",
            "placeholder.js", CODEMIRROR + "/addon/display/placeholder.js");
    private static final List<String> NAMES = List.of(
            "tokens.css",
            "base.css",
            "pane.css",
            "query.css",
            "theme.js",
            "pane.js",
            "charts.js",
            "png.js",
            "hogql.js",
            "query-values.js",
            "query.js",
            "query-chart.js",
            "schema.js",
            "trace.js",
            "htmx.min.js",
            "echarts.min.js",
            "codemirror.js",
            "codemirror.css",
            "show-hint.js",
            "matchbrackets.js",
            "placeholder.js");

    private final Map<String, byte[]> files = new HashMap<>();
    private final String version;

    private Assets(String version) {
        this.version = version;
    }

    /** Reads every file once. @throws IllegalStateException when the jar lacks one */
    static Assets load() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var files = new HashMap<String, byte[]>();
            for (var name : NAMES) {
                var bytes = read(SOURCES.getOrDefault(name, OURS + name));
                files.put(name, bytes);
                digest.update(bytes);
            }
            var assets = new Assets(HexFormat.of().formatHex(digest.digest(), 0, 6));
            assets.files.putAll(files);
            return assets;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where {@code name} is served. */
    String path(String name) {
        return "/static/" + version + "/" + name;
    }

    /** {@code GET /static/{version}/{file}}; an old version gets the new file, not kept. */
    void serve(Context ctx) {
        var bytes = files.get(ctx.pathParam("file"));
        if (bytes == null) {
            ctx.status(404).contentType("text/plain; charset=utf-8").result("no such file");
            return;
        }
        boolean current = ctx.pathParam("version").equals(version);
        ctx.header("Cache-Control", current ? "public, max-age=31536000, immutable" : "no-cache");
        ctx.contentType(
                ctx.pathParam("file").endsWith(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8");
        ctx.result(bytes);
    }

    private static byte[] read(String resource) {
        try (var in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + resource + "; build it again");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
