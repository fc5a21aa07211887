package io.nightglass.boards;

import java.util.regex.Pattern;

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

    private static final Pattern DAY = Pattern.compile("toDate\\((\\w+)\\)");
    private static final String NIGHT = "if(toHour($1) < 12, toDate($1) - INTERVAL 1 DAY, toDate($1))";

    /** The day of {@code column}, or the night, as HogQL. */
    static String dayOf(String column, boolean byNight) {
        var day = "toDate(%s)".formatted(column);
        return byNight ? DAY.matcher(day).replaceAll(NIGHT) : day;
    }

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

    /**
     * The same question by night: every day in it, {@code from} and {@code to} included, is the night that began on it. By the
     * clock on the wall, as {@link Night} has it, so that a night of a clock change is whole.
     */
    Tile byNight() {
        return new Tile(
                title.replace(" day", " night"), mark, DAY.matcher(hogql).replaceAll(NIGHT));
    }

    /** How a page draws the rows. A new mark turns every page that draws tiles red. */
    public enum Mark {
        /** Steps a round takes, and where it is lost. */
        FUNNEL,
        /** Scores by time and the best so far. */
        TREND,
        /** A cell for each name and day, coloured by what it falls short of. */
        HEAT,
        /** Dollars for each kept round, and all of them below. */
        MONEY,
        /** Counts by day, a panel for each model. */
        BARS,
        /** One glyph for each event. */
        GLYPHS,
        /** Tasks by models. */
        MATRIX,
        /** A line of weeks for each task. */
        WEEKS,
        /** Pairs of moments within one hour. */
        PAIRS
    }
}
