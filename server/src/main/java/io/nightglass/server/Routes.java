package io.nightglass.server;

import static io.nightglass.server.flags.FlagsRoute.Shape.DECIDE;
import static io.nightglass.server.flags.FlagsRoute.Shape.FLAGS;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.nightglass.boards.Asker;
import io.nightglass.server.api.Access;
import io.nightglass.server.api.AnnotationReader;
import io.nightglass.server.api.AnnotationRoutes;
import io.nightglass.server.api.BoardRoutes;
import io.nightglass.server.api.DashboardRoutes;
import io.nightglass.server.api.ProjectRoutes;
import io.nightglass.server.api.QueryDesk;
import io.nightglass.server.api.QueryRoute;
import io.nightglass.server.api.SchemaRoute;
import io.nightglass.server.api.TraceRoute;
import io.nightglass.server.capture.CaptureRoute;
import io.nightglass.server.capture.CaptureV1Route;
import io.nightglass.server.capture.Intake;
import io.nightglass.server.capture.MultipartRoute;
import io.nightglass.server.capture.RecordingRoute;
import io.nightglass.server.capture.Tokens;
import io.nightglass.server.edge.Bodies;
import io.nightglass.server.edge.Budget;
import io.nightglass.server.edge.Cors;
import io.nightglass.server.edge.HostGuard;
import io.nightglass.server.edge.Limit;
import io.nightglass.server.edge.Refusals;
import io.nightglass.server.edge.SecurityHeaders;
import io.nightglass.server.flags.Definitions;
import io.nightglass.server.flags.FlagsRoute;
import io.nightglass.server.flags.RemoteConfig;
import io.nightglass.server.otlp.OtlpRoute;
import io.nightglass.server.page.Pages;
import io.nightglass.server.page.trace.KeptTexts;
import io.nightglass.server.report.DoctorRoute;
import io.nightglass.server.report.ReportRoute;
import java.util.List;
import java.util.Set;

/** Every URL on one screen. A path answers with and without a slash at its end. */
record Routes(Config config, Keys keys, Storage storage, Budget budget, Intake intake) {
    private static final List<String> CAPTURE = List.of("/batch", "/e", "/i/v0/e", "/capture", "/track", "/engage");
    private static final List<String> PROJECTS = List.of("/api/projects", "/api/environments");

    /** First parts of the paths SDKs use from anywhere, under any name this machine has. */
    private static final Set<String> FOR_SDKS = Set.of(
            "batch", "e", "i", "v1", "capture", "track", "engage", "s", "flags", "decide", "array", "static", "_health",
            "_livez", "_readyz");

    void register(RoutesConfig routes) {
        var access = new Access(keys);
        guards(routes, access);
        capture(routes);
        flags(routes, access);
        health(routes);
        var desk = QueryDesk.on(storage.events(), config.zone(), config.clock());
        api(routes, access, desk);
        pages(routes, desk);
    }

    private void capture(RoutesConfig routes) {
        var tokens = new Tokens(keys);
        var plain = new CaptureRoute(Limit.PLAIN, storage.events(), intake, tokens, budget, config.clock());
        var ai = new CaptureRoute(Limit.AI, storage.events(), intake, tokens, budget, config.clock());
        for (String path : CAPTURE) {
            sdk(routes, path, Refusals.asText(plain));
            routes.get(path, Cors.open(Refusals.asText(plain)));
        }
        sdk(routes, "/i/v0/ai/batch", Refusals.asText(ai));
        var v1 = new CaptureV1Route(storage.events(), intake, tokens, budget, config.clock());
        sdk(routes, "/i/v1/analytics/events", v1);
        sdk(
                routes,
                "/i/v0/ai",
                Refusals.asText(new MultipartRoute(storage.events(), intake, tokens, budget, config.clock())));
        var traces = new OtlpRoute(storage.events(), intake, tokens, budget, config.clock());
        sdk(routes, "/i/v0/ai/otel", traces);
        sdk(routes, "/v1/traces", traces);
        sdk(routes, "/s", Refusals.asText(new RecordingRoute()));
        sdk(routes, "/i/v1/logs", Routes::accepted);
        sdk(routes, "/i/v1/metrics", Routes::accepted);
        sdk(routes, "/api/push_subscriptions", Routes::accepted);
        routes.delete("/api/push_subscriptions", Cors.open(Routes::accepted));
    }

    private void flags(RoutesConfig routes, Access access) {
        var tokens = new Tokens(keys);
        sdk(routes, "/flags", Refusals.asText(new FlagsRoute(FLAGS, tokens, budget, config.clock())));
        sdk(routes, "/decide", Refusals.asText(new FlagsRoute(DECIDE, tokens, budget, config.clock())));
        open(routes, "/array/{token}/config", new RemoteConfig(keys, false));
        open(routes, "/array/{token}/config.js", new RemoteConfig(keys, true));
        open(routes, "/api/surveys", ctx -> json(ctx, "{\"surveys\":[]}"));
        open(routes, "/flags/definitions", access.personal(Definitions::handle));
        open(routes, "/api/feature_flag/local_evaluation", access.personal(Definitions::handle));
    }

    private void api(RoutesConfig routes, Access access, QueryDesk desk) {
        var projects = new ProjectRoutes(keys, config.zone());
        var boards = new BoardRoutes(asker());
        var dashboards = new DashboardRoutes(asker());
        var query = QueryRoute.on(desk, access, budget);
        var trace = new TraceRoute(asker());
        var report = new ReportRoute(asker(), storage.metadata());
        var doctor = new DoctorRoute(asker());
        var schema = new SchemaRoute(storage.events());
        var annotations = new AnnotationRoutes(
                access,
                storage.metadata(),
                intake.redaction(),
                budget,
                new AnnotationReader(config.clock(), config.zone()));
        routes.get("/api/users/@me", access.personal(projects::me));
        for (String path : PROJECTS) {
            routes.get(path, access.personal(projects::list));
            routes.get(path + "/{id}", access.personal(projects::one));
            routes.post(path + "/{id}/query", query::ask);
            routes.get(path + "/{id}/query/{query}", access.personal(query::status));
            routes.delete(path + "/{id}/query/{query}", access.personal(query::cancel));
            routes.get(path + "/{id}/schema", access.personal(schema));
            routes.get(path + "/{id}/annotations", access.personal(annotations::list));
            routes.post(path + "/{id}/annotations", annotations::create);
            routes.get(path + "/{id}/annotations/{annotation}", access.personal(annotations::one));
            routes.put(path + "/{id}/annotations/{annotation}", annotations::change);
            routes.patch(path + "/{id}/annotations/{annotation}", annotations::change);
            routes.delete(path + "/{id}/annotations/{annotation}", access.personal(annotations::delete));
            routes.get(path + "/{id}/trace", access.personal(trace));
            routes.get(path + "/{id}/report", access.personal(report));
            routes.get(path + "/{id}/doctor", access.personal(doctor));
            routes.get(path + "/{id}/dashboards", access.personal(dashboards::dashboards));
            routes.get(path + "/{id}/dashboards/{dashboard}", access.personal(dashboards::dashboard));
            routes.get(path + "/{id}/insights", access.personal(dashboards::insights));
            routes.get(path + "/{id}/insights/{insight}", access.personal(dashboards::insight));
            routes.get(path + "/{id}/boards", access.personal(boards::list));
            routes.get(path + "/{id}/boards/{board}", access.personal(boards::one));
        }
    }

    private void pages(RoutesConfig routes, QueryDesk desk) {
        var texts = new KeptTexts(ConfigFile.of(config).aiTextDays(), config.clock());
        new Pages(asker(), storage.metadata(), desk, texts).register(routes);
    }

    private Asker asker() {
        return new Asker(storage.events(), config.zone(), config.clock());
    }

    private void health(RoutesConfig routes) {
        routes.get("/_livez", ctx -> json(ctx, "{\"status\":\"Ok\"}"));
        var readiness = new Readiness(storage.events());
        routes.get("/_health", readiness);
        routes.get("/_readyz", readiness);
    }

    private void guards(RoutesConfig routes, Access access) {
        var host = new HostGuard(config.host());
        routes.before(ctx -> {
            SecurityHeaders.set(ctx);
            if (!isForSdks(ctx.path())) {
                host.check(ctx);
                if (!host.isLoopback() && !ctx.path().startsWith("/api/")) {
                    access.checkBrowser(ctx);
                }
            }
        });
        routes.exception(Exception.class, Refusals.AS_JSON);
        routes.exception(HttpResponseException.class, Refusals.AS_JSON::handle); // or Javalin's own text would answer
    }

    private static boolean isForSdks(String path) {
        int end = path.indexOf('/', 1);
        return path.length() > 1 && FOR_SDKS.contains(path.substring(1, end < 0 ? path.length() : end));
    }

    private static void sdk(RoutesConfig routes, String path, Handler handler) {
        routes.post(path, Cors.open(handler));
        routes.options(path, Cors::preflight);
    }

    private static void open(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, Cors.open(handler));
        routes.options(path, Cors::preflight);
    }

    private static void accepted(Context ctx) {
        Bodies.discard(ctx, Limit.PLAIN);
        json(ctx, "{}");
    }

    private static void json(Context ctx, String json) {
        ctx.contentType("application/json").result(json);
    }
}
