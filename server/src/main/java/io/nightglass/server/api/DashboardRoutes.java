package io.nightglass.server.api;

import io.javalin.http.Context;
import io.nightglass.boards.Asker;
import io.nightglass.boards.BoardQuery;
import io.nightglass.boards.BoardRunner;
import io.nightglass.server.edge.Refusal;
import io.nightglass.store.Table;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /api/projects/:id/dashboards/} and {@code .../insights/}: the shipped boards in PostHog's shapes
 * (posthog-wire.md 4). A board is a dashboard, a tile an insight. {@code from}, {@code to}, {@code project} and
 * {@code client} choose the rounds as on a board. They are read only.
 */
public record DashboardRoutes(Asker asker) {
    /** PostHog's word for "everyone in the project may edit"; it has none for what ships with the product. */
    private static final int RESTRICTION = 21;

    private static final List<ShippedInsight> INSIGHTS = ShippedInsight.all();

    /** {@code GET .../dashboards/}, without tiles, as PostHog lists them. */
    public void dashboards(Context ctx) {
        var search = ctx.queryParam("search");
        var found = INSIGHTS.stream()
                .filter(insight -> insight.place() == 0 && insight.matches(search))
                .toList();
        ProjectRoutes.answer(ctx, Paging.of(ctx).page(ctx, found, DashboardRoutes::dashboard));
    }

    /** {@code GET .../dashboards/:id/}: each tile with its answer. The id is a number or a board's name. */
    public void dashboard(Context ctx) {
        var asked = ctx.pathParam("dashboard");
        var tiles = INSIGHTS.stream()
                .filter(insight -> asked.equals(Long.toString(insight.dashboard()))
                        || asked.equals(insight.board().id()))
                .toList();
        if (tiles.isEmpty()) {
            throw Refusal.notFound(
                    "There is no dashboard '%s'; GET .../dashboards/ lists them.".formatted(Refusal.quoted(asked)));
        }
        var query = BoardRoutes.query(ctx, asker.today());
        var json = dashboard(tiles.getFirst());
        var list = json.putArray("tiles");
        for (var tile : tiles) {
            var one = list.addObject();
            one.put("id", tile.id()).put("order", tile.place()).putNull("color").putNull("text");
            one.set("layouts", tile.layouts());
            one.set("insight", answered(tile, query));
        }
        ProjectRoutes.answer(ctx, json);
    }

    /** {@code GET .../insights/}, with {@code short_id}, {@code search}, {@code saved}; answers only with {@code refresh}. */
    public void insights(Context ctx) {
        var name = ctx.queryParam("short_id");
        var search = ctx.queryParam("search");
        boolean unsavedOnly = "false".equals(ctx.queryParam("saved"));
        Predicate<ShippedInsight> asked =
                insight -> !unsavedOnly && (name == null || name.equals(insight.shortId())) && insight.matches(search);
        var query = BoardRoutes.query(ctx, asker.today());
        boolean answers = isRefresh(ctx);
        var found = INSIGHTS.stream().filter(asked).toList();
        ProjectRoutes.answer(
                ctx, Paging.of(ctx).page(ctx, found, one -> answers ? answered(one, query) : one.toJson(query)));
    }

    /** {@code GET .../insights/:id/} with its answer. The id is a number or a short id. */
    public void insight(Context ctx) {
        var asked = ctx.pathParam("insight");
        var found = INSIGHTS.stream()
                .filter(insight -> asked.equals(Long.toString(insight.id())) || asked.equals(insight.shortId()))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(
                        "There is no insight '%s'; GET .../insights/ lists them.".formatted(Refusal.quoted(asked))));
        ProjectRoutes.answer(ctx, answered(found, BoardRoutes.query(ctx, asker.today())));
    }

    /** PostHog answers a list from its cache; here an answer is always fresh and made when {@code refresh} asks for it. */
    private static boolean isRefresh(Context ctx) {
        var refresh = ctx.queryParam("refresh");
        return refresh != null && !refresh.equals("false") && !refresh.equals("force_cache");
    }

    private static ObjectNode dashboard(ShippedInsight first) {
        var json = JsonMapper.shared().createObjectNode();
        json.put("id", first.dashboard())
                .put("name", first.board().question())
                .put("description", first.board().id());
        json.put("pinned", true).put("is_shared", false).put("deleted", false);
        json.put("creation_mode", "default").putNull("created_at").putNull("created_by");
        json.putObject("filters");
        json.putObject("variables");
        json.putArray("tags");
        json.put("restriction_level", RESTRICTION).put("effective_restriction_level", RESTRICTION);
        json.put("access_control_version", "v2");
        return json;
    }

    private ObjectNode answered(ShippedInsight insight, BoardQuery query) {
        var table = new BoardRunner(asker).rows(insight.tile(), query);
        var json = insight.toJson(query);
        json.set("result", rows(table));
        var columns = json.putArray("columns");
        var types = json.putArray("types");
        for (var column : table.columns()) {
            columns.add(column.name());
            types.addArray().add(column.name()).add(column.type().wire());
        }
        json.put("hasMore", table.hasMore());
        json.put("last_refresh", asker.clock().instant().toString())
                .put("timezone", asker.zone().getId());
        return json;
    }

    private static JsonNode rows(Table table) {
        var rows = JsonMapper.shared().createArrayNode();
        for (var row : table.rows()) {
            var line = rows.addArray();
            row.forEach(cell -> line.add(Cells.json(cell)));
        }
        return rows;
    }
}
