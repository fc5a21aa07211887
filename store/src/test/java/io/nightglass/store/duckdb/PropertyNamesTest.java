package io.nightglass.store.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.nightglass.hogql.HogQl;
import io.nightglass.hogql.Scope;
import io.nightglass.hogql.ValueType;
import io.nightglass.store.EventRow;
import io.nightglass.store.Limits;
import io.nightglass.store.Rows;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PropertyNamesTest {
    @TempDir
    private Path home;

    /** The values of the promoted column of {@code name}, in order of receipt. */
    private static List<@Nullable Object> values(DuckDbEventStore store, String name) {
        var k = Stores.one(store, "SELECT k FROM property_names WHERE name = '%s'".formatted(name));
        var values = new ArrayList<@Nullable Object>();
        Stores.rows(store, 1, "SELECT n_%s FROM events ORDER BY seq".formatted(k))
                .forEach(row -> values.add(row.getFirst()));
        return values;
    }

    private static EventRow scored(String name, String json) {
        return Rows.event("round_scored").with(name, json).row();
    }

    @Test
    void givesADimensionAColumnAtItsFirstNumberAndReadsTextAsANumber() {
        try (var store = Stores.open(home)) {
            store.append(List.of(scored("dim_x", "\"good\""), scored("other", "\"text\"")));
            store.append(List.of(scored("dim_x", "0.5"), scored("dim_x", "\" 2e1 \""), scored("dim_x", "true")));
            assertEquals(Arrays.<Object>asList(null, null, 0.5, 20.0, null), values(store, "dim_x"));
            assertEquals(ValueType.FLOAT, store.tables().property("dim_x"));
            assertEquals(ValueType.STRING, store.tables().property("other"));
            assertEquals(ValueType.STRING, store.tables().property("never sent"));
        }
    }

    @Test
    void tellsNamesApartThatDifferInCaseAlone() {
        try (var store = Stores.open(home)) {
            store.append(List.of(scored("dim_A", "1"), scored("dim_a", "2")));
            assertEquals(Arrays.<Object>asList(1.0, null), values(store, "dim_A"));
            assertEquals(Arrays.<Object>asList(null, 2.0), values(store, "dim_a"));
        }
    }

    @Test
    void takesANameBackIntoTextOnceItCarriesSomethingElse() {
        try (var store = Stores.open(home)) {
            store.append(List.of(scored("memory_gb", "44")));
            assertEquals(ValueType.FLOAT, store.tables().property("memory_gb"));
            store.append(List.of(scored("memory_gb", "\"unknown\"")));
            assertEquals(ValueType.STRING, store.tables().property("memory_gb"));
        }
        try (var store = Stores.open(home)) {
            assertEquals(ValueType.STRING, store.tables().property("memory_gb"));
        }
    }

    @Test
    void takesNoTextForAColumnsNumberAfterARestart() {
        try (var store = Stores.open(home)) {
            store.append(List.of(scored("tier", "\"pro\"")));
        }
        try (var store = Stores.open(home)) {
            store.append(List.of(scored("tier", "\"pro\"")));
            store.append(List.of(scored("dim_x", "0.5")));
        }
        try (var store = Stores.open(home)) {
            store.append(List.of(Rows.event("round_scored")
                    .with("dim_x", "0.7")
                    .with("tier", "\"pro\"")
                    .row()));
            assertEquals(Arrays.<Object>asList(null, null, 0.5, 0.7), values(store, "dim_x"));
            assertEquals(ValueType.STRING, store.tables().property("tier"));
        }
    }

    @Test
    void neverPromotesANameThatFirstCarriedText() {
        try (var store = Stores.open(home)) {
            store.append(List.of(scored("seed", "\"a\"")));
            store.append(List.of(scored("seed", "4")));
            assertEquals(ValueType.STRING, store.tables().property("seed"));
        }
    }

    @Test
    void stopsAtTwoHundredColumnsKeepsTheRestInTheJsonAndWarnsOncePerName() {
        try (var store = Stores.open(home)) {
            for (int call = 0; call < 2; call++) {
                var row = Rows.event("round_scored");
                for (int i = 0; i < 203; i++) {
                    row = row.with("dim_" + i, "1.5");
                }
                store.append(List.of(row.row()));
            }
            assertEquals(200, Stores.number(store, "SELECT count(*) FROM property_names WHERE k IS NOT NULL"));
            assertEquals(
                    List.of(
                            List.of("dim_200", "too_many_promoted"),
                            List.of("dim_201", "too_many_promoted"),
                            List.of("dim_202", "too_many_promoted")),
                    Stores.rows(store, 2, "SELECT property, kind FROM ingestion_warnings ORDER BY 1"));
            assertEquals(
                    2,
                    Stores.number(store, "SELECT count(*) FROM events WHERE contains(properties, '\"dim_202\":1.5')"));
        }
    }

    @Test
    void survivesNamesThatAreSqlOrOddText() {
        try (var store = Stores.open(home)) {
            for (var name : List.of("dim_\"; DROP TABLE events; --", "dim_'", "dim_\n", "dim_\0", "dim_\uD83D\uDE00")) {
                store.append(List.of(scored(name, "3")));
            }
            assertEquals(5, Stores.number(store, "SELECT count(*) FROM events"));
            assertEquals(5, Stores.number(store, "SELECT count(k) FROM property_names"));
        }
    }

    @Test
    void aQuestionKeepsTheTypesItWasCheckedWithWhateverArrivesMeanwhile() {
        try (var store = Stores.open(home)) {
            var scope = new Scope(store.tables(), Map.of(), ZoneOffset.UTC, Rows.T0);
            var text = HogQl.compile("SELECT properties.fresh FROM events WHERE properties.fresh != 'no'", scope);
            store.append(List.of(scored("fresh", "1"), scored("later", "2")));
            assertEquals(List.of(List.of("1")), store.query(text, Limits.API).rows());
            scope = new Scope(store.tables(), Map.of(), ZoneOffset.UTC, Rows.T0);
            var number = HogQl.compile("SELECT sum(properties.later) FROM events", scope);
            store.append(List.of(scored("later", "\"text\"")));
            store.tables();
            assertEquals(List.of(List.of(2.0)), store.query(number, Limits.API).rows());
            var whole = HogQl.compile(
                    "SELECT length(properties.note), length(properties.$ai_input) FROM events "
                            + "WHERE properties.note != ''",
                    scope);
            var longText = '"' + "x".repeat(70_000) + '"';
            store.append(List.of(Rows.event("long")
                    .with("note", longText)
                    .with("$ai_input", longText)
                    .row()));
            store.tables();
            assertEquals(
                    List.of(List.of(70_000L, 70_000L)),
                    store.query(whole, Limits.API).rows());
            var late = HogQl.compile(
                    "SELECT length(properties.other), length(properties) FROM events " + "WHERE properties.other != ''",
                    scope);
            store.append(List.of(Rows.event("long").with("other", longText).row()));
            assertEquals(
                    List.of(List.of(70_000L, 70_012L)),
                    store.query(late, Limits.API).rows());
        }
    }

    @Test
    void learnsAgainWhatTheEngineKeptWithoutSayingSo() throws Exception {
        try (var database = Database.open(home);
                var connection = database.connection()) {
            TableDefinitions.create(connection);
            var rows = List.of(PreparedRow.of(scored("dim_x", "1")), PreparedRow.of(scored("y", "2")));
            var names = new PropertyNames();
            assertThrows(SQLException.class, () -> names.learn(silent(connection), rows));
            names.learn(connection, rows);
            assertEquals(2, names.promoted());
            assertEquals(names.all(), PropertyNames.read(connection).all());
        }
    }

    /** A connection that commits and says it could not. */
    private static Connection silent(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            var result = unwrapped(method, connection, arguments);
            if (!method.getName().equals("createStatement")) {
                return result;
            }
            return proxy(Statement.class, (call, given) -> {
                var answer = unwrapped(call, result, given);
                if (given != null && given[0].equals("COMMIT")) {
                    throw new SQLException("on purpose");
                }
                return answer;
            });
        });
    }

    private static @Nullable Object unwrapped(
            Method method, @Nullable Object on, @Nullable Object @Nullable [] arguments) throws Exception {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof SQLException cause ? cause : e;
        }
    }

    private interface Call {
        @Nullable
        Object run(Method method, @Nullable Object @Nullable [] arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call.run(method, arguments)));
    }
}
