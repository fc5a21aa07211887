package io.nightglass.bench;

import io.nightglass.boards.BoardQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** What each board asks, asked of raw events in ClickHouse's own SQL: never more than the board itself asks. */
final class BoardQuestions {
    private BoardQuestions() {}

    /** @param dims names of the numeric {@code dim_*} properties */
    static String clickHouse(String board, BoardQuery query, List<String> dims) {
        try (var file = BoardQuestions.class.getResourceAsStream("clickhouse/" + board + ".sql")) {
            if (file == null) {
                throw new IllegalStateException(
                        "board %s has no question for ClickHouse; add bench/src/main/resources/.../clickhouse/%s.sql"
                                .formatted(board, board));
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{from}", query.from().toString())
                    .replace("{to}", query.to().toString())
                    .replace("{dims}", pairs(dims));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pairs(List<String> dims) {
        return dims.stream().map(dim -> "('%s', `%s`)".formatted(dim, dim)).collect(Collectors.joining(", ", "[", "]"));
    }
}
