package io.nightglass.store.duckdb.sql;

import io.nightglass.hogql.CheckedQuery;
import io.nightglass.hogql.HogQl;
import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.Scope;
import io.nightglass.store.duckdb.function.EngineFunctions;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ours and ClickHouse, the same rows in both. */
final class BothEngines implements AutoCloseable {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final Connection duckdb;
    private final ClickHouse clickHouse;

    private BothEngines(Connection duckdb, ClickHouse clickHouse) {
        this.duckdb = duckdb;
        this.clickHouse = clickHouse;
    }

    static BothEngines open() throws SQLException, IOException, InterruptedException {
        var clickHouse = ClickHouse.open();
        var duckdb = DriverManager.getConnection("jdbc:duckdb:");
        EngineFunctions.register(duckdb);
        DifferenceRows.fill(clickHouse);
        DifferenceRows.fill(duckdb);
        return new BothEngines(duckdb, clickHouse);
    }

    /** What came of a question: an answer, or words of refusal. */
    sealed interface Outcome {
        record Answered(Answer answer) implements Outcome {}

        record Refused(String words) implements Outcome {}
    }

    Outcome ours(String hogql) {
        try {
            var query =
                    HogQl.compile(hogql, new Scope(new DifferenceTables(), Map.of(), ZONE, Fixture.NOW), HogQl.MOST);
            return new Outcome.Answered(answer(query));
        } catch (QueryException refused) {
            return new Outcome.Refused(String.valueOf(refused.getMessage()));
        } catch (SQLException e) {
            return EngineComplaint.of(e)
                    .map(problem -> new Outcome.Refused(problem.advice() + " (" + e.getMessage() + ")"))
                    .orElseThrow(() -> new AssertionError(hogql, e));
        }
    }

    private Answer answer(CheckedQuery query) throws SQLException {
        try (var statement = duckdb.createStatement();
                var found = statement.executeQuery(Fixture.sql(query))) {
            var rows = new ArrayList<List<Object>>();
            while (found.next() && rows.size() < query.limit()) {
                var row = new ArrayList<Object>();
                for (int i = 1; i <= query.columns().size(); i++) {
                    row.add(ClickHouseCells.shown(found.getObject(i)));
                }
                rows.add(row);
            }
            var types = query.columns().stream()
                    .map(column -> AnswerType.of(column.shape().wire()))
                    .toList();
            return new Answer(types, rows);
        }
    }

    Outcome theirs(String sql) {
        try {
            return new Outcome.Answered(clickHouse.ask(sql));
        } catch (ClickHouse.Refusal refusal) {
            return new Outcome.Refused(String.valueOf(refusal.getMessage()));
        }
    }

    /** What differs, in words, or nothing. */
    Optional<String> difference(DifferenceCase one) {
        var ours = ours(one.hogql());
        var theirs = theirs(one.clickHouse());
        return switch (ours) {
            case Outcome.Answered(var answer) ->
                switch (theirs) {
                    case Outcome.Answered(var expected) ->
                        one.refused()
                                ? Optional.of("both answer " + answer.rows())
                                : answer.differenceFrom(expected, one.isOrdered());
                    case Outcome.Refused(var words) ->
                        Optional.of("ours %s, ClickHouse refuses: %s".formatted(answer.rows(), words));
                };
            case Outcome.Refused(var words) ->
                switch (theirs) {
                    case Outcome.Answered(var expected) ->
                        Optional.of("ours refuses: %s%nClickHouse %s".formatted(words, expected.rows()));
                    case Outcome.Refused(var theirWords) ->
                        one.refused()
                                ? Optional.empty()
                                : Optional.of("both refuse: %s%nClickHouse: %s".formatted(words, theirWords));
                };
        };
    }

    @Override
    public void close() throws SQLException, IOException {
        duckdb.close();
        clickHouse.close();
    }
}
