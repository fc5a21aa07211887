package io.nightglass.store.duckdb.sql;

import io.nightglass.hogql.QueryProblem;
import java.sql.SQLException;
import java.util.Optional;

/** What the engine says while it computes an answer, where that is the asker's to mend: 1 // 0, an overflow. */
public final class EngineComplaint {
    private EngineComplaint() {}

    /** The asker's mistake, in our words; empty when it is none, but load, damage or a bug. */
    public static Optional<QueryProblem> of(SQLException complaint) {
        var message = String.valueOf(complaint.getMessage());
        if (message.startsWith("Out of Range Error") || message.startsWith("Conversion Error")) {
            return problem("a number or date is beyond what 64 bits hold");
        }
        if (!message.startsWith("Invalid Input Error")) {
            return Optional.empty();
        }
        if (message.contains("ivision by zero")) {
            return problem("division of a whole number by zero; guard it with if(), or use / which answers inf");
        }
        if (message.contains("More than one row returned by a subquery")) {
            return problem("a query used as a value has more than one row; add LIMIT 1 or an aggregate");
        }
        return problem("a value cannot be computed; check patterns, formats and sizes");
    }

    private static Optional<QueryProblem> problem(String what) {
        return Optional.of(new QueryProblem.NotComputable(0, what));
    }
}
