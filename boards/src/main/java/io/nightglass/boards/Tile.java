package io.nightglass.boards;

/**
 * One answer of a board.
 *
 * @param title what the tile says above its mark
 * @param mark how a page draws it
 * @param hogql its query; {@code {from}} and {@code {to}} are inclusive dates, {@code {project}} and {@code {client}} a
 *     text or null for all
 */
public record Tile(String title, Mark mark, String hogql) {

    /** How a page draws the rows. A new mark turns every page that draws tiles red. */
    public enum Mark {
        FUNNEL,
        TREND,
        TABLE
    }
}
