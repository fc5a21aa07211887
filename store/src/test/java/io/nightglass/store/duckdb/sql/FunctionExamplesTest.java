package io.nightglass.store.duckdb.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.hogql.function.Function;
import io.nightglass.hogql.function.Functions;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Every line of the function table has SQL, and its example is what the engine answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FunctionExamplesTest {
    private Fixture fixture;

    @BeforeAll
    void open() throws SQLException {
        fixture = Fixture.open();
    }

    @AfterAll
    void close() throws SQLException {
        fixture.close();
    }

    @Test
    void everyFunctionHasSql() {
        var without = Functions.all().stream()
                .filter(function -> function.group() != Function.Group.WRITTEN_AS_OTHERS && !HashForms.knows(function))
                .map(Function::name)
                // rows are multiplied in FROM
                .filter(name -> !name.equals("arrayJoin"))
                .filter(name -> !FunctionForms.knows(name))
                .toList();
        assertEquals("[]", without.toString());
        assertTrue(Functions.all().size() > 150);
    }

    @TestFactory
    Stream<DynamicTest> everyExampleIsTrue() {
        return Functions.all().stream()
                .map(function -> DynamicTest.dynamicTest(function.name(), () -> check(function)));
    }

    private void check(Function function) throws SQLException {
        var parts = function.example().split(" over ");
        var query = parts.length == 1
                ? "SELECT " + parts[0]
                : "SELECT %s FROM (SELECT arrayJoin(%s) AS x, x AS y)".formatted(parts[0], parts[1]);
        assertEquals(
                function.value(),
                fixture.rows(query, ZoneId.of("Europe/Berlin")).getFirst().getFirst(),
                query);
    }
}
