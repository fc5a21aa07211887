package io.nightglass.server.page.query;

import io.nightglass.boards.Board;
import io.nightglass.boards.BoardQuery;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A board's question with its filters written in, so that it stands by itself and can be changed. */
public final class BoardQuestion {
    private static final Pattern FILTER = Pattern.compile("\\{(from|to|project|client)}");

    private BoardQuestion() {}

    public static Question of(Board board, BoardQuery query) {
        var filled = FILTER.matcher(board.table().hogql())
                .replaceAll(filter -> Matcher.quoteReplacement(
                        switch (filter.group(1)) {
                            case "from" -> day(query.from());
                            case "to" -> day(query.to());
                            case "project" -> text(query.project());
                            default -> text(query.client());
                        }));
        return new Question("-- %s\n%s".formatted(board.question(), filled));
    }

    private static String day(LocalDate day) {
        return "toDate('%s')".formatted(day);
    }

    private static String text(@Nullable String text) {
        return text == null ? "NULL" : Literal.of(text);
    }
}
