package io.nightglass.server.page.calls;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.nightglass.boards.Asker;
import io.nightglass.boards.calls.CallField;
import io.nightglass.boards.calls.CallFilter;
import io.nightglass.boards.calls.CallSession;
import io.nightglass.boards.calls.CallSort;
import io.nightglass.boards.calls.Calls;
import io.nightglass.boards.calls.Figures;
import io.nightglass.boards.calls.Sessions;
import io.nightglass.server.page.Asked;
import io.nightglass.server.page.Filters;
import io.nightglass.server.page.Frame;
import io.nightglass.server.page.Links;
import io.nightglass.server.page.MissingPage;
import io.nightglass.server.page.View;
import java.util.List;

/** {@code GET /sessions/{id}}: the calls of one session in the order in which they were made. */
public record SessionPage(Asker asker, View view) implements Handler {

    /** @param calls the list of its calls */
    public record Model(
            Frame frame,
            String id,
            Figures figures,
            Calls.Extent extent,
            List<CallSession.Part> parts,
            CallList list,
            List<String> problems) {

        public Links calls() {
            return Links.to("/generations").with(CallField.SESSION.wire(), id);
        }

        public Links calls(CallSession.Part part) {
            return part.trace() == null ? calls() : calls().with(CallField.TRACE.wire(), part.trace());
        }
    }

    @Override
    public void handle(Context ctx) {
        var id = ctx.pathParam("id");
        var calls = new Calls(asker);
        var filter = CallFilter.ALL.with(CallField.SESSION, id);
        var extent = calls.extent(filter);
        if (extent.isEmpty()) {
            new MissingPage(view).write(ctx, "There is no session " + id, "/sessions", "All sessions");
            return;
        }
        var asked = new Asked(ctx);
        var figures = calls.figures(filter);
        var address = new CallAddress(Filters.of(asked, asker), filter, Links.toSession(id));
        view.write(
                ctx,
                "calls/session.jte",
                new Model(
                        view.frame("Session", Frame.Part.CALLS),
                        id,
                        figures,
                        extent.get(),
                        new Sessions(asker).parts(id),
                        CallList.of(calls, address, asked, CallSort.OLDEST, figures.calls()),
                        asked.problems()));
    }
}
