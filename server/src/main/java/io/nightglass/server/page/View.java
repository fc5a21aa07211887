package io.nightglass.server.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;
import io.nightglass.boards.Asker;
import java.util.Map;

/** Writes pages from their templates. Safe to share. */
public final class View {
    static final String HTML = "text/html; charset=utf-8";

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, View.class.getClassLoader(), "io.nightglass.server.page.jte");
    private final Assets assets;
    private final Asker asker;

    View(Assets assets, Asker asker) {
        this.assets = assets;
        this.asker = asker;
    }

    /**
     * Answers with {@code template}. One that tells the reader where to send events takes the pane's {@code address} too.
     *
     * @param model what the template's {@code page} parameter is
     */
    public void write(Context ctx, String template, Object model) {
        ctx.header("Cache-Control", "no-store");
        ctx.contentType(HTML).result(html(template, Map.of("page", model, "address", address(ctx))));
    }

    /** {@code template} as UTF-8, for an answer that is written elsewhere. */
    byte[] html(String template, Map<String, Object> parameters) {
        var out = new Utf8ByteOutput();
        engine.render(template, parameters, out);
        return out.toByteArray();
    }

    /** Where this reader has found us: behind 0.0.0.0 or another machine's proxy, nobody else knows. */
    private static String address(Context ctx) {
        var host = ctx.host();
        return ctx.scheme() + "://" + (host == null ? ctx.req().getServerName() + ":" + ctx.port() : host);
    }

    /** What stands around a page that asks nothing of the store, which may not answer. */
    Frame frameAlone(String title) {
        return new Frame(title, Frame.Part.MORNING, false, asker.zone(), assets::path);
    }

    /** What stands around a page of {@code part}. */
    public Frame frame(String title, Frame.Part part) {
        boolean sample = !asker.ask("SELECT round_id FROM rounds WHERE sample LIMIT 1", Map.of())
                .rows()
                .isEmpty();
        return new Frame(title, part, sample, asker.zone(), assets::path);
    }
}
