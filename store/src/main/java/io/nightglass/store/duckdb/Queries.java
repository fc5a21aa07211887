package io.nightglass.store.duckdb;

import io.nightglass.hogql.QueryException;
import io.nightglass.store.Limits;
import io.nightglass.store.StoreException;
import io.nightglass.store.StoreProblem;
import io.nightglass.store.Table;
import io.nightglass.store.duckdb.function.EngineFunctions;
import io.nightglass.store.duckdb.sql.EngineComplaint;
import io.nightglass.store.duckdb.sql.Sql;
import java.lang.System.Logger.Level;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Runs printed queries: each on a connection of its own, in a transaction that can write nothing, a few at a time, with
 * bounds on time, rows and bytes. Safe for threads.
 */
final class Queries implements AutoCloseable {
    private static final int AT_ONCE = 4;
    private static final long ENGINE_BYTES = 320L << 20;
    private static final System.Logger LOG = System.getLogger(Queries.class.getName());
    private static final Pattern DERIVED = Pattern.compile(
            "\\b(persons|person_distinct_ids|person_overrides|groups|" + String.join("|", Derived.TABLES) + ")\\b");

    /**
     * @param print tells the SQL; asked again once it is settled which rows are seen, since it depends on where their
     *     values lie
     * @param columns what the answer's columns are called and hold
     * @param most rows it asks for; never more than its limits allow
     */
    record Question(Supplier<Sql> print, List<Table.Column> columns, int most) {
        Question(Supplier<Sql> print, List<Table.Column> columns) {
            this(print, columns, Integer.MAX_VALUE);
        }
    }

    private final Database database;
    private final Mover mover;
    private final Refresh refresh;
    private final Readers readers;
    private final Turns turns = new Turns(AT_ONCE);

    Queries(Database database, Mover mover, Refresh refresh) {
        this.database = database;
        this.mover = mover;
        this.refresh = refresh;
        this.readers = new Readers(database);
    }

    /**
     * The answers, all of one snapshot, or why there are none; a caller who is interrupted ends the queries.
     *
     * @throws StoreException {@link StoreProblem.TimedOut}, {@link StoreProblem.TooHeavy}, {@link StoreProblem.TooLong}
     *     at a limit; {@link StoreProblem.Recounting}
     */
    List<Table> run(List<Question> questions, Limits limits) {
        var asking = new Asking(limits);
        return turns.take(asking, () -> answered(questions, asking));
    }

    private List<Table> answered(List<Question> questions, Asking asking) {
        try {
            return refreshedAnswers(questions, asking);
        } catch (SQLException e) {
            if (Engine.isInvalidated(e) || isInterruptedByOthers(e, asking)) {
                database.reopen();
                return onceMore(questions, asking);
            }
            throw problem(e, questions, asking);
        }
    }

    /** By who replaced the instance, then, not by the clock nor by who asked. */
    private static boolean isInterruptedByOthers(SQLException error, Asking asking) {
        return Engine.isInterrupted(error) && asking.isEarly() && !asking.isStopped();
    }

    /** The instance broke under a query, by no fault of it, and is open again. */
    private List<Table> onceMore(List<Question> questions, Asking asking) {
        try {
            return refreshedAnswers(questions, asking);
        } catch (SQLException e) {
            throw problem(e, questions, asking);
        }
    }

    private List<Table> refreshedAnswers(List<Question> questions, Asking asking) throws SQLException {
        var texts = questions.stream()
                .map(question -> question.print().get().text())
                .toList();
        if (texts.stream().anyMatch(text -> text.contains(EngineFunctions.PREFIX))) {
            database.addFunctions();
        }
        boolean derived = texts.stream().anyMatch(text -> DERIVED.matcher(text).find());
        var recount = refresh.recount();
        if (derived && recount != null) {
            throw recount.problem();
        }
        boolean moved = mover.run(asking.left());
        if (!moved && asking.isLate()) {
            throw asking.timedOut(null);
        }
        boolean current = moved && (!derived || refresh.run(() -> asking.isLate() || asking.isStopped()));
        asking.checkWanted();
        if (!current && asking.isLate()) {
            throw asking.timedOut(null);
        }
        if (!current) {
            return mover.beside(connection -> {
                Refresh.fold(connection);
                return answers(new Reader(connection), questions, asking); // which closes it
            });
        }
        return readers.with(reader -> Transaction.forgetReadOnly(reader.connection(), () -> {
            Mover.moved(reader.connection()); // the first reading settles what the transaction sees
            return answers(reader, questions, asking);
        }));
    }

    private static List<Table> answers(Reader reader, List<Question> questions, Asking asking) throws SQLException {
        var tables = new ArrayList<Table>();
        for (var question : questions) {
            tables.add(answer(reader, question, asking));
        }
        return tables;
    }

    private static Table answer(Reader reader, Question question, Asking asking) throws SQLException {
        var sql = question.print().get();
        asking.checkWanted();
        var statement = reader.statement(sql.text());
        bind(statement, sql.parameters());
        asking.begin(statement);
        try (var found = statement.executeQuery()) {
            return table(found, question, asking);
        } finally {
            asking.end();
        }
    }

    private static Table table(ResultSet found, Question question, Asking asking) throws SQLException {
        var limits = asking.limits();
        var rows = new ArrayList<List<@Nullable Object>>();
        long bytes = 0;
        while (found.next()) {
            if (rows.size() == Math.min(limits.rows(), question.most())) {
                return new Table(question.columns(), rows, true);
            }
            var row = Cells.row(found, question.columns());
            rows.add(row);
            bytes += Cells.bytes(row);
            if (bytes > limits.bytes()) {
                throw new StoreException(new StoreProblem.TooLong(limits.bytes()));
            }
            if (asking.isLate()) {
                throw asking.timedOut(null);
            }
            asking.checkWanted();
        }
        return new Table(question.columns(), rows, false);
    }

    private static void bind(PreparedStatement statement, List<Object> parameters) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }
    }

    private static RuntimeException problem(SQLException error, List<Question> questions, Asking asking) {
        var complaint = EngineComplaint.of(error);
        if (complaint.isPresent()) {
            return new QueryException(complaint.get());
        }
        if (error instanceof SQLTimeoutException || Engine.isInterrupted(error)) {
            return asking.isStopped()
                    ? new StoreException(new StoreProblem.Cancelled(), error)
                    : asking.timedOut(error);
        }
        if (Engine.isOutOfMemory(error)) {
            return new StoreException(new StoreProblem.TooHeavy(ENGINE_BYTES), error);
        }
        if (EngineComplaint.isAboutOurSql(error)) {
            LOG.log(
                    Level.ERROR,
                    "the engine does not take what the printer wrote: {0}",
                    questions.stream()
                            .map(question -> question.print().get().text())
                            .toList());
            LOG.log(Level.ERROR, "its words", error);
            return new StoreException(new StoreProblem.Mistranslated(), error);
        }
        return Engine.problem(error);
    }

    /** Answers no more; what is under way goes on to its end. */
    @Override
    public void close() {
        turns.close();
        try {
            readers.close();
        } catch (SQLException e) {
            throw Engine.problem(e);
        }
    }
}
