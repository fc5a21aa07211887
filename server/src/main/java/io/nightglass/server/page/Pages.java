package io.nightglass.server.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
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
        routes.get("/", new MorningPage(asker, metadata, view));
        routes.get("/boards", new BoardListPage(asker, metadata, view));
        routes.get("/boards/{board}", new BoardPage(asker, metadata, view));
        routes.get("/runs", new RunListPage(asker, view));
        routes.get("/runs/{run}", new RunPage(asker, metadata, view));
        routes.get("/compare", new ComparePage(asker, metadata, view));
        routes.get("/rounds", new RoundListPage(asker, view));
        routes.get("/rounds/{id}", new TracePage(asker, view, texts));
        routes.get("/rounds/{id}/log", new LogPage(asker, view));
        routes.get("/generations", new GenerationListPage(asker, metadata, view));
        routes.get("/generations/{uuid}", new GenerationPage(asker, view, texts));
        routes.get("/errors", new ErrorPage(asker, view));
        routes.get("/sessions", new SessionListPage(asker, view));
        routes.get("/sessions/{id}", new SessionPage(asker, view));
        routes.get("/evals", new EvalPage(asker, view));
        routes.get("/evals/cases", new EvalListPage(asker, view, false));
        routes.get("/evals/runs", new EvalListPage(asker, view, true));
        routes.get("/query", new QueryPage(asker, desk, view, new RowCounts(asker)));
        routes.get("/query/words", new WordsRoute(asker));
        routes.get("/schema", new SchemaPage(asker, view));
        routes.get("/health", new HealthPage(asker, view));
        routes.exception(EndpointNotFound.class, (nowhere, ctx) -> {
            if (!isForReader(ctx) || !isShown(new MissingPage(view), ctx)) {
                Refusals.AS_JSON.handle(nowhere, ctx);
            }
        });
    }

    /** A page asks the store, which may be the one thing that does not answer. */
    private static boolean isShown(MissingPage page, Context ctx) {
        try {
            page.write(ctx, "There is no page " + ctx.path(), "/", "The morning");
            return true;
        } catch (StoreException e) {
            return false;
        }
    }
}
