package io.nightglass.hogql.check;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.function.Functions;
import io.nightglass.hogql.function.RefusedFunctions;

/** Names of functions that are none here: known ones with what to write instead, others with the nearest known name. */
final class Unknown {
    private Unknown() {}

    static QueryException function(int at, String name) {
        var instead = RefusedFunctions.instead(name);
        if (instead != null) {
            return new QueryException(new QueryProblem.Unsupported(at, name + "()", instead));
        }
        return Combination.isRefused(name)
                ? new QueryException(new QueryProblem.Unsupported(
                        at, name + "()", "aggregates end in -If, -Array, -Distinct, -OrNull or -OrDefault here"))
                : new QueryException(new QueryProblem.UnknownFunction(at, name, Functions.nearest(name)));
    }
}
