package io.nightglass.server.api;

import io.nightglass.boards.Board;
import io.nightglass.boards.BoardQuery;
import io.nightglass.boards.Boards;
import io.nightglass.boards.Tile;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A tile of a shipped board under the numbers and names by which PostHog's API knows it.
 *
 * @param id from 1, in the order of the boards and their tiles
 * @param dashboard the board's number, from 1
 * @param place of the tile on its board, from 0
 */
record ShippedInsight(long id, long dashboard, int place, Board board, Tile tile) {
    private static final int COLUMNS = 12;
    private static final int ROWS = 8;

    /** Every tile of every board. */
    static List<ShippedInsight> all() {
        var tiles = IntStream.rangeClosed(1, Boards.ALL.size())
                .boxed()
                .flatMap(ShippedInsight::of)
                .toList();
        return IntStream.range(0, tiles.size())
                .mapToObj(i -> tiles.get(i).numbered(i + 1L))
                .toList();
    }

    private static Stream<ShippedInsight> of(int dashboard) {
        var board = Boards.ALL.get(dashboard - 1);
        return IntStream.range(0, board.tiles().size())
                .mapToObj(place -> new ShippedInsight(
                        0, dashboard, place, board, board.tiles().get(place)));
    }

    private ShippedInsight numbered(long number) {
        return new ShippedInsight(number, dashboard, place, board, tile);
    }

    /** The board's id, with the tile's place behind it from the second tile on. */
    String shortId() {
        return place == 0 ? board.id() : board.id() + "-" + (place + 1);
    }

    /** {@code text} is null for all. */
    boolean matches(@Nullable String text) {
        var lower = text == null ? "" : text.toLowerCase(java.util.Locale.ROOT);
        return Stream.of(shortId(), tile.title(), board.question())
                .anyMatch(name -> name.toLowerCase(java.util.Locale.ROOT).contains(lower));
    }

    /** PostHog's insight (posthog-wire.md 4) without an answer. {@code query} can be posted to the query API as it is. */
    ObjectNode toJson(BoardQuery query) {
        var json = JsonMapper.shared().createObjectNode();
        json.put("id", id).put("short_id", shortId()).put("name", tile.title());
        json.putNull("derived_name").put("description", board.question());
        json.set("query", question(query));
        json.putObject("filters");
        json.putArray("dashboards").add(dashboard);
        json.putArray("dashboard_tiles")
                .addObject()
                .put("id", id)
                .put("dashboard_id", dashboard)
                .put("deleted", false);
        json.put("favorited", false).put("saved", true).put("deleted", false);
        json.putArray("tags");
        json.putNull("result").putNull("columns").putNull("types").putNull("hasMore");
        json.put("is_cached", false).putNull("last_refresh");
        json.putNull("created_at")
                .putNull("created_by")
                .putNull("last_modified_at")
                .putNull("last_modified_by");
        json.put("effective_restriction_level", 21).put("effective_privilege_level", 21);
        return json;
    }

    /** As {@code ORDER BY}d by the tile; on PostHog's grid of twelve columns, one under the other. */
    ObjectNode layouts() {
        var json = JsonMapper.shared().createObjectNode();
        json.putObject("sm")
                .put("x", 0)
                .put("y", place * ROWS)
                .put("w", COLUMNS)
                .put("h", ROWS);
        return json;
    }

    private ObjectNode question(BoardQuery query) {
        var node = JsonMapper.shared().createObjectNode();
        node.put("kind", "DataVisualizationNode");
        var source = node.putObject("source").put("kind", "HogQLQuery").put("query", tile.hogql());
        source.putObject("values")
                .put("from", query.from().toString())
                .put("to", query.to().toString())
                .put("project", query.project())
                .put("client", query.client());
        node.put("display", tile.mark() == Tile.Mark.TREND ? "ActionsLineGraph" : "ActionsTable");
        return node;
    }
}
