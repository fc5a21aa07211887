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
    /** How every board's question ends: with all there is, as far as one answer goes. */
    private static final String ALL = "LIMIT 50000";

    public Tile {
        if (!hogql.stripTrailing().endsWith(ALL)) {
            throw new IllegalArgumentException("the question of '%s' must end in %s".formatted(title, ALL));
        }
    }

    /** The question for {@code rows} rows of the answer, beginning behind the first {@code skipped}. */
    String part(int rows, int skipped) {
        var question = hogql.stripTrailing();
        return "%sLIMIT %d OFFSET %d".formatted(question.substring(0, question.length() - ALL.length()), rows, skipped);
    }

    /** How a page draws the rows. A new mark turns every page that draws tiles red. */
    public enum Mark {
        FUNNEL,
        TREND,
        TABLE
    }
}
