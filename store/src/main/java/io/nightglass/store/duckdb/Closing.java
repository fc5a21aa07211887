package io.nightglass.store.duckdb;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Closing several things of which each must be closed, also when another cannot. */
final class Closing {
    private Closing() {}

    /** Closes all, in this order. @throws SQLException the first refusal, the others with it */
    static void all(List<? extends AutoCloseable> open) throws SQLException {
        SQLException first = null;
        for (var one : open) {
            first = close(one, first);
        }
        if (first != null) {
            throw first;
        }
    }

    private static @Nullable SQLException close(AutoCloseable one, @Nullable SQLException before) {
        try {
            one.close();
            return before;
        } catch (Exception e) { // of whatever kind: the next one must be closed too
            var refusal = e instanceof SQLException sql ? sql : new SQLException("not closed", e);
            if (before == null) {
                return refusal;
            }
            before.addSuppressed(refusal);
            return before;
        }
    }
}
