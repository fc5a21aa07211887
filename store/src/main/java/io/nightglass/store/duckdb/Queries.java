package io.nightglass.store.duckdb;

import io.nightglass.hogql.QueryException;
import io.nightglass.store.Limits;
import io.nightglass.store.StoreException;
import io.nightglass.store.StoreProblem;
import io.nightglass.store.Table;
import io.nightglass.store.duckdb.sql.EngineComplaint;
import io.nightglass.store.duckdb.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Runs printed queries: each on a connection of its own, in a transaction that can write nothing, a few at a time, with
 * bounds on time, rows and bytes. Safe for threads.
 */
final class Queries implements AutoCloseable {
    private static final int AT_ONCE = 4;
    private static final long MOST_BYTES = 64L << 20;
    private static final long ENGINE_BYTES = 320L << 20;
    private static final Pattern DERIVED =
            Pattern.compile("\\b(rounds|runs|persons|person_distinct_ids|person_overrides|groups)\\b");

    /**
     * @param print tells the SQL; asked again once it is settled which rows are seen, since it depends on where their
     *     values lie
     * @param columns what the answer's columns are called and hold
     */
    record Question(Supplier<Sql> print, List<Table.Column> columns) {}

    private final Database database;
    private final Mover mover;
    private final Refresh refresh;
    private final Turns turns = new Turns(AT_ONCE);

    Queries(Database database, Mover mover, Refresh refresh) {
        this.database = database;
        this.mover = mover;
        this.refresh = refresh;
    }

    Table run(Question question, Limits limits) {
        long deadline = System.nanoTime() + limits.time().toNanos();
        return turns.take(limits.time(), () -> answered(question, limits, deadline));
    }

    private Table answered(Question question, Limits limits, long deadline) {
        try {
            return refreshedAnswer(question, limits, deadline);
        } catch (SQLException e) {
            if (Engine.isInvalidated(e) || isInterruptedEarly(e, deadline)) {
                database.reopen();
                return onceMore(question, limits, deadline);
            }
            throw problem(e, limits);
        }
    }

    /** By who replaced the instance, then, not by the clock, which counts whole seconds. */
    private static boolean isInterruptedEarly(SQLException error, long deadline) {
        return Engine.isInterrupted(error) && deadline - System.nanoTime() > TimeUnit.SECONDS.toNanos(1);
    }

    /** The instance broke under a query, by no fault of it, and is open again. */
    private Table onceMore(Question question, Limits limits, long deadline) {
        try {
            return refreshedAnswer(question, limits, deadline);
        } catch (SQLException e) {
            throw problem(e, limits);
        }
    }

    private Table refreshedAnswer(Question question, Limits limits, long deadline) throws SQLException {
        boolean derived = DERIVED.matcher(question.print().get().text()).find();
        boolean moved = mover.run(Duration.ofNanos(deadline - System.nanoTime()));
        if (!moved && System.nanoTime() > deadline) {
            throw new StoreException(new StoreProblem.TimedOut(limits.time()));
        }
        boolean current = moved && (!derived || refresh.run());
        if (!current) {
            return mover.beside(connection -> {
                Refresh.fold(connection);
                return answer(connection, question, limits, deadline);
            });
        }
        try (var connection = database.connection()) {
            return Transaction.forgetReadOnly(connection, () -> {
                Mover.moved(connection); // the first reading settles what the transaction sees
                return answer(connection, question, limits, deadline);
            });
        }
    }

    private Table answer(Connection connection, Question question, Limits limits, long deadline) throws SQLException {
        var sql = question.print().get();
        try (var statement = connection.prepareStatement(sql.text())) {
            bind(statement, sql.parameters());
            long left = TimeUnit.NANOSECONDS.toSeconds(deadline - System.nanoTime());
            statement.setQueryTimeout((int) Math.clamp(left, 1, 3_600));
            try (var found = statement.executeQuery()) {
                var rows = new ArrayList<List<@Nullable Object>>();
                long bytes = 0;
                while (found.next()) {
                    if (rows.size() == limits.rows()) {
                        return new Table(question.columns(), rows, true);
                    }
                    var row = Cells.row(found, question.columns());
                    rows.add(row);
                    bytes += Cells.bytes(row);
                    if (bytes > MOST_BYTES) {
                        throw new StoreException(new StoreProblem.TooLarge(MOST_BYTES));
                    }
                    if (System.nanoTime() > deadline) {
                        throw new StoreException(new StoreProblem.TimedOut(limits.time()));
                    }
                }
                return new Table(question.columns(), rows, false);
            }
        }
    }

    private static void bind(PreparedStatement statement, List<Object> parameters) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }
    }

    private static RuntimeException problem(SQLException error, Limits limits) {
        var complaint = EngineComplaint.of(error);
        if (complaint.isPresent()) {
            return new QueryException(complaint.get());
        }
        if (error instanceof SQLTimeoutException || Engine.isInterrupted(error)) {
            return new StoreException(new StoreProblem.TimedOut(limits.time()), error);
        }
        return Engine.isOutOfMemory(error)
                ? new StoreException(new StoreProblem.TooLarge(ENGINE_BYTES), error)
                : Engine.problem(error);
    }

    /** Answers no more; what is under way goes on to its end. */
    @Override
    public void close() {
        turns.close();
    }
}
