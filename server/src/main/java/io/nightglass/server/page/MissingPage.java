package io.nightglass.server.page;

import io.javalin.http.Context;

/** A page about something that is not there. */
public record MissingPage(View view) {

    public record Model(Frame frame, String what, String path, String instead) {}

    public void write(Context ctx, String what, String path, String instead) {
        ctx.status(404);
        var part = Frame.parts().stream()
                .filter(known -> known.path().equals(path))
                .findFirst()
                .orElse(Frame.Part.MORNING);
        view.write(ctx, "missing.jte", new Model(view.frame("Not found", part), what, path, instead));
    }
}
