package io.nightglass.hogql.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

/**
 * The comments of a text, by the word they stand at: one that begins on the line of a word belongs after that word, any
 * other before the next.
 *
 * @param points of the text, as the lexer counts
 */
record Comments(int[] points, TokenStream tokens) {
    private static final Pattern COMMENT = Pattern.compile("(?:--|//|#)[^\\r\\n]*|/\\*(?s:.*?)\\*/");

    static Comments of(String text, TokenStream tokens) {
        return new Comments(text.codePoints().toArray(), tokens);
    }

    /** Those before the first word of all. */
    List<Doc> leading(Token first) {
        return lines(gap(0, first.getStartIndex()));
    }

    List<Doc> before(Token token) {
        int place = token.getTokenIndex();
        if (place == 0) {
            return List.of();
        }
        var gap = gap(tokens.get(place - 1).getStopIndex() + 1, token.getStartIndex());
        int line = gap.indexOf('\n');
        return line < 0 ? List.of() : lines(gap.substring(firstLine(gap)));
    }

    /** Those that begin on its line; one that ends with the line ends ours too. */
    List<Doc> after(Token token) {
        int place = token.getTokenIndex();
        int next = place + 1 < tokens.size() ? tokens.get(place + 1).getStartIndex() : points.length;
        boolean last = place + 1 >= tokens.size() || tokens.get(place + 1).getType() == Token.EOF;
        var gap = gap(token.getStopIndex() + 1, last ? points.length : next);
        var docs = new ArrayList<Doc>();
        var comment = COMMENT.matcher(gap.substring(0, firstLine(gap)));
        while (comment.find()) {
            docs.add(new Doc.Space());
            docs.add(new Doc.Text(comment.group()));
            docs.add(isLine(comment.group()) ? new Doc.Hard() : new Doc.Space());
        }
        if (last && firstLine(gap) < gap.length()) {
            docs.addAll(lines(gap.substring(firstLine(gap))));
        }
        return docs;
    }

    /** Where the first line of a gap ends, the comments that begin on it included. */
    private static int firstLine(String gap) {
        int at = 0;
        var comment = COMMENT.matcher(gap);
        while (comment.find(at) && gap.substring(at, comment.start()).indexOf('\n') < 0) {
            at = comment.end();
        }
        int end = gap.indexOf('\n', at);
        return end < 0 ? gap.length() : end;
    }

    private static List<Doc> lines(String gap) {
        var docs = new ArrayList<Doc>();
        var comment = COMMENT.matcher(gap);
        while (comment.find()) {
            docs.add(new Doc.Hard());
            docs.add(new Doc.Text(comment.group()));
            docs.add(new Doc.Hard());
        }
        return docs;
    }

    private static boolean isLine(String comment) {
        return !comment.startsWith("/*");
    }

    /** The text from one word to another, as it stands. */
    String between(Token first, Token last) {
        return gap(first.getStartIndex(), last.getStopIndex() + 1);
    }

    private String gap(int from, int to) {
        return new String(points, from, Math.max(0, to - from)).replace("\r\n", "\n");
    }
}
