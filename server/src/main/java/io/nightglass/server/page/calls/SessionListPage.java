package io.nightglass.server.page.calls;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.nightglass.boards.Asker;
import io.nightglass.boards.calls.CallFilter;
import io.nightglass.boards.calls.CallSession;
import io.nightglass.boards.calls.Calls;
import io.nightglass.boards.calls.Sessions;
import io.nightglass.server.page.Asked;
import io.nightglass.server.page.Frame;
import io.nightglass.server.page.Links;
import io.nightglass.server.page.View;
import io.nightglass.server.page.format.Times;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /sessions}: calls by {@code $ai_session_id}, the latest first. */
public record SessionListPage(Asker asker, View view) implements Handler {
    private static final int SIZE = 50;

    /**
     * @param first the place of the first among all, from 1
     * @param isEmpty whether the pane has no call at all
     */
    public record Model(
            Frame frame,
            CallAddress address,
            List<CallSession> sessions,
            long total,
            long first,
            boolean isEmpty,
            Times times,
            List<String> problems) {

        public long last() {
            return first + sessions.size() - 1;
        }

        /** The next part; null when this is the last. */
        public @Nullable Links next() {
            if (sessions.size() < SIZE || last() >= total) {
                return null;
            }
            var last = sessions.getLast();
            return address.here()
                    .with("after", new Sessions.Place(last.last(), last.id()).wire())
                    .with("n", last() + 1);
        }

        public @Nullable Links begin() {
            return first == 1 ? null : address.here();
        }
    }

    @Override
    public void handle(Context ctx) {
        var asked = new Asked(ctx);
        var address = CallAddress.of(asked, asker, "/sessions");
        var after = asked.text("after");
        var place = after == null ? null : Sessions.Place.read(after).orElse(null);
        if (after != null && place == null) {
            asked.problem("The place in this address cannot be read, so the list begins anew.");
        }
        var number = place == null ? null : asked.number("n", 1, Integer.MAX_VALUE);
        var sessions = new Sessions(asker);
        long total = sessions.count(address.filter());
        view.write(
                ctx,
                "calls/sessions.jte",
                new Model(
                        view.frame("Sessions", Frame.Part.CALLS),
                        address,
                        sessions.page(address.filter(), place, SIZE),
                        total,
                        number == null ? 1 : number,
                        total == 0 && new Calls(asker).extent(CallFilter.ALL).isEmpty(),
                        new Times(asker.zone()),
                        asked.problems()));
    }
}
