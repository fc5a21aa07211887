package io.nightglass.hogql.check;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.tree.Expr;
import io.nightglass.hogql.tree.Query;
import java.util.ArrayList;
import java.util.List;

/** {@code (VALUES (1, 'a'), (2, 'b'))} as the queries it stands for, its columns c1, c2, ... */
final class Rows {
    private Rows() {}

    static Query query(Query.Source.Rows rows) {
        int width = rows.rows().getFirst().size();
        for (var row : rows.rows()) {
            if (row.size() != width) {
                throw new QueryException(new QueryProblem.WrongArguments(
                        row.getFirst().at(), "VALUES", row.size(), "%d in every row".formatted(width)));
            }
        }
        return together(rows.at(), rows.rows());
    }

    /** Halves of halves, so that many rows do not nest deep. */
    private static Query together(int at, List<List<Expr>> rows) {
        if (rows.size() == 1) {
            var items = new ArrayList<Query.Item>();
            for (var value : rows.getFirst()) {
                items.add(new Query.Item(value, "c" + (items.size() + 1)));
            }
            return new Query.Select(
                    at, List.of(), false, List.copyOf(items), null, null, List.of(), null, List.of(), null, null);
        }
        int half = rows.size() / 2;
        return new Query.Combined(
                at,
                together(at, rows.subList(0, half)),
                Query.SetOperator.UNION_ALL,
                together(at, rows.subList(half, rows.size())));
    }
}
