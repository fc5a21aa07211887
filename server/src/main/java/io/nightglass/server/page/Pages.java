package io.nightglass.server.page;

import io.javalin.config.RoutesConfig;
import io.nightglass.boards.Asker;
import io.nightglass.store.MetadataStore;

/** Every address of a page. All are GET and change nothing. */
public record Pages(Asker asker, MetadataStore metadata) {

    public void register(RoutesConfig routes) {
        var assets = Assets.load();
        var view = new View(assets, asker);
        routes.get("/static/{version}/{file}", assets::serve);
        routes.get("/", new MorningPage(asker, metadata, view));
        routes.get("/boards", new BoardListPage(asker, metadata, view));
        routes.get("/boards/{board}", new BoardPage(asker, metadata, view));
        routes.get("/rounds", new RoundListPage(asker, view));
        routes.get("/rounds/{id}", new RoundDetailPage(asker, view));
        routes.get("/health", new HealthPage(asker, view));
    }
}
