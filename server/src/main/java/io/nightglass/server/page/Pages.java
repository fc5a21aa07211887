package io.nightglass.server.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.router.EndpointNotFound;
import io.nightglass.boards.Asker;
import io.nightglass.server.api.QueryDesk;
import io.nightglass.server.edge.Refusals;
import io.nightglass.server.page.calls.ErrorPage;
import io.nightglass.server.page.calls.GenerationListPage;
import io.nightglass.server.page.calls.GenerationPage;
import io.nightglass.server.page.calls.SessionListPage;
import io.nightglass.server.page.calls.SessionPage;
import io.nightglass.server.page.evals.EvalListPage;
import io.nightglass.server.page.evals.EvalPage;
import io.nightglass.server.page.query.QueryPage;
import io.nightglass.server.page.query.RowCounts;
import io.nightglass.server.page.query.SchemaPage;
import io.nightglass.server.page.query.WordsRoute;
import io.nightglass.server.page.runs.ComparePage;
import io.nightglass.server.page.runs.RunListPage;
import io.nightglass.server.page.runs.RunPage;
import io.nightglass.server.page.trace.KeptTexts;
import io.nightglass.server.page.trace.LogPage;
import io.nightglass.server.page.trace.TracePage;
import io.nightglass.store.MetadataStore;
import io.nightglass.store.StoreException;
import java.util.Objects;

/**
 * Every address of a page. All are GET and change nothing.
 *
 * @param texts for how long texts of model calls are kept
 */
public record Pages(Asker asker, MetadataStore metadata, QueryDesk desk, KeptTexts texts) {

    /** Whether a browser asked for a page, not a program for data. */
    private static boolean isForReader(Context ctx) {
        var accept = Objects.requireNonNullElse(ctx.header("Accept"), "");
        return accept.contains("text/html") && !ctx.path().startsWith("/api/");
    }

    public void register(RoutesConfig routes) {
        var assets = Assets.load();
        var view = new View(assets, asker);
        routes.get("/static/{version}/{file}", assets::serve);
        var refused = new RefusedPage(view);
        page(routes, "/", new MorningPage(asker, metadata, view), refused);
        page(routes, "/boards", new BoardListPage(asker, metadata, view), refused);
        page(routes, "/boards/{board}", new BoardPage(asker, metadata, view), refused);
        page(routes, "/boards/{board}/behind", new BehindPage(asker, view), refused);
        page(routes, "/runs", new RunListPage(asker, view), refused);
        page(routes, "/runs/{run}", new RunPage(asker, metadata, view), refused);
        page(routes, "/compare", new ComparePage(asker, metadata, view), refused);
        page(routes, "/rounds", new RoundListPage(asker, view), refused);
        page(routes, "/rounds/{id}", new TracePage(asker, view, texts), refused);
        page(routes, "/rounds/{id}/log", new LogPage(asker, view), refused);
        page(routes, "/generations", new GenerationListPage(asker, metadata, view), refused);
        page(routes, "/generations/{uuid}", new GenerationPage(asker, view, texts), refused);
        page(routes, "/errors", new ErrorPage(asker, view), refused);
        page(routes, "/sessions", new SessionListPage(asker, view), refused);
        page(routes, "/sessions/{id}", new SessionPage(asker, view), refused);
        page(routes, "/evals", new EvalPage(asker, view), refused);
        page(routes, "/evals/cases", new EvalListPage(asker, view, false), refused);
        page(routes, "/evals/runs", new EvalListPage(asker, view, true), refused);
        page(routes, "/query", new QueryPage(asker, desk, view, new RowCounts(asker)), refused);
        page(routes, "/query/words", new WordsRoute(asker), refused);
        page(routes, "/schema", new SchemaPage(asker, view), refused);
        page(routes, "/health", new HealthPage(asker, view), refused);
        routes.exception(EndpointNotFound.class, (nowhere, ctx) -> {
            if (isForReader(ctx)) {
                missing(ctx, new MissingPage(view), refused);
            } else {
                Refusals.AS_JSON.handle(nowhere, ctx);
            }
        });
    }

    /** {@code handler} at {@code path}; what it refuses, a reader is told as a page and a program as JSON. */
    private static void page(RoutesConfig routes, String path, Handler handler, RefusedPage refused) {
        routes.get(path, ctx -> {
            try {
                handler.handle(ctx);
            } catch (Exception e) {
                if (!isForReader(ctx)) {
                    throw e;
                }
                refused.write(ctx, Refusals.of(e, () -> "GET " + ctx.path()));
            }
        });
    }

    /** The page around the words asks the store, which may be the one thing that does not answer. */
    private static void missing(Context ctx, MissingPage page, RefusedPage refused) {
        try {
            page.write(ctx, "There is no page " + ctx.path(), "/", "The morning");
        } catch (StoreException e) {
            refused.write(ctx, Refusals.of(e, () -> "GET " + ctx.path()));
        }
    }
}
