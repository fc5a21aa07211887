package io.nightglass.hogql.check;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.Type;
import io.nightglass.hogql.ValueType;
import io.nightglass.hogql.checked.Body;
import io.nightglass.hogql.checked.Checked;

/** Queries where a value is expected: their one value, or the rows a value is looked for in. */
final class QueryValues {
    private QueryValues() {}

    static Checked in(CallChecker calls, int at, Checked value, Body query) {
        var shape = query.shape();
        int wanted =
                value.type().base() == ValueType.TUPLE ? value.type().parts().size() : 1;
        if (shape.size() != wanted) {
            throw new QueryException(new QueryProblem.WrongArguments(
                    at, "IN", shape.size(), "a query of %d column%s".formatted(wanted, wanted == 1 ? "" : "s")));
        }
        return new Checked.InQuery(calls.towards(at, value, shape), query, Type.TRUTH);
    }

    static Checked scalar(int at, Body query) {
        if (query.shape().size() != 1) {
            throw new QueryException(new QueryProblem.WrongArguments(
                    at, "a query used as a value", query.shape().size(), "one column"));
        }
        return new Checked.Scalar(query, query.shape().getFirst().type().withNull(true));
    }
}
