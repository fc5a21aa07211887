package io.nightglass.hogql;

import io.nightglass.hogql.checked.Body;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * A query whose every name, function and type has been checked: what a store is handed.
 *
 * @param columns of the answer, in order; names may repeat
 * @param body what to answer, without the outermost LIMIT and OFFSET
 * @param limit most rows of the answer; a store reads one more to say whether there are more
 * @param offset rows left out at the beginning
 * @param zone whose days and hours are meant
 * @param now the moment of the question
 * @param tables the stored tables that are read
 * @param hogql the query as HogQL again, names and literals as they were understood, placeholders filled
 * @param notes what whoever asked should know of how it was understood: a LIMIT beyond what is answered
 */
public record CheckedQuery(
        List<ResultColumn> columns,
        Body body,
        int limit,
        long offset,
        ZoneId zone,
        Instant now,
        Set<String> tables,
        String hogql,
        List<String> notes) {

    /** @param shape the full type; {@code shape.wire()} is what a response calls it */
    public record ResultColumn(String name, ValueType type, Type shape) {}
}
