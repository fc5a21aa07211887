package io.nightglass.boards.imports;

import io.nightglass.catalog.Direction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A log as rows and columns, before anybody has decided what the columns mean.
 *
 * @param header names of the columns; {@code #0}, {@code #1}, ... when the log has none
 * @param stated the direction a comment of the log states, or null
 */
public record Table(
        List<String> header,
        boolean hasHeader,
        boolean isJson,
        List<Row> rows,
        List<Malformed> malformed,
        List<Goal> goals,
        @Nullable Direction stated) {

    static Table empty() {
        return new Table(List.of(), true, false, List.of(), List.of(), List.of(), null);
    }

    int column(String name) {
        return header.indexOf(name);
    }
}
