package io.nightglass.server.page.query;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.server.edge.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Why a question has no answer.
 *
 * @param detail the words of the API and the command line
 * @param place where in the text; null when it is no place of it
 */
public record Mistake(String detail, @Nullable Place place) {

    /**
     * @param at 0-based, in UTF-16 units as a browser counts
     * @param line from 1
     * @param column from 1
     * @param excerpt the line itself
     */
    public record Place(int at, int line, int column, String excerpt) {

        /** As many blanks as stand before the mistake, tabs kept. */
        public String indent() {
            return excerpt.substring(0, Math.min(column - 1, excerpt.length())).replaceAll("[^\\t]", " ");
        }
    }

    static Mistake of(Exception thrown, Refusal refusal, String text) {
        var place = thrown instanceof QueryException query ? place(query.problem(), text) : null;
        return new Mistake(refusal.detail(), place);
    }

    /** @return null for what is found while computing, which has no place */
    private static @Nullable Place place(QueryProblem problem, String text) {
        if (problem instanceof QueryProblem.NotComputable) {
            return null;
        }
        int points = text.codePointCount(0, text.length());
        int at = text.offsetByCodePoints(0, Math.clamp(problem.at(), 0, points)); // the parser counts code points
        int begin = text.lastIndexOf('\n', at - 1) + 1;
        int end = text.indexOf('\n', at);
        int line =
                1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
        return new Place(at, line, at - begin + 1, text.substring(begin, end < 0 ? text.length() : end));
    }
}
