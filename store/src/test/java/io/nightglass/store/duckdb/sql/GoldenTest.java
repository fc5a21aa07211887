package io.nightglass.store.duckdb.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nightglass.hogql.QueryException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Questions with their columns, rows and SQL, in {@code src/test/resources/golden}. {@code -Dgolden.write=true} writes
 * what comes out into the files, to be read in the difference before it is committed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private Fixture fixture;

    @BeforeAll
    void open() throws SQLException {
        fixture = Fixture.open();
    }

    @AfterAll
    void close() throws SQLException {
        fixture.close();
    }

    @TestFactory
    Stream<DynamicTest> answersAsWritten() throws IOException {
        var tests = new ArrayList<DynamicTest>();
        for (var file : GoldenCase.files()) {
            var cases = GoldenCase.read(file);
            if (Boolean.getBoolean("golden.write")) {
                rewrite(file, cases);
            }
            for (var one : GoldenCase.read(file)) {
                tests.add(DynamicTest.dynamicTest(
                        file.getFileName() + ": " + one.title(),
                        () -> assertEquals(one.answer(), answer(one), one.query())));
            }
        }
        return tests.stream();
    }

    @Test
    void holdsAtLeastEightyQuestions() throws IOException {
        int count = 0;
        for (var file : GoldenCase.files()) {
            count += GoldenCase.read(file).size();
        }
        assertEquals(true, count >= 80, count + " questions");
    }

    private void rewrite(Path file, List<GoldenCase> cases) throws IOException {
        var written = new ArrayList<GoldenCase>();
        for (var one : cases) {
            written.add(new GoldenCase(one.title(), one.query(), answer(one)));
        }
        GoldenCase.write(file, written);
    }

    /** Ties come in any order: a title that says so has its rows sorted. */
    private String answer(GoldenCase one) {
        var hogql = one.query();
        try {
            var query = Fixture.compile(hogql, ZONE, values());
            var columns = query.columns().stream()
                    .map(column -> column.name() + " " + column.shape().wire())
                    .collect(Collectors.joining(" | "));
            var rows = fixture.rows(query).stream()
                    .map(row -> String.join(" | ", row))
                    .sorted(one.title().endsWith("(in any order)") ? Comparator.naturalOrder() : (a, b) -> 0)
                    .collect(Collectors.joining("\n"));
            return "%s\n%s%ssql: %s".formatted(columns, rows, rows.isEmpty() ? "" : "\n", Fixture.sql(query));
        } catch (QueryException e) {
            return "refused: " + e.getMessage();
        } catch (SQLException e) {
            return EngineComplaint.of(e)
                    .map(problem -> "not computable: " + problem.advice())
                    .orElseThrow(() -> new AssertionError(hogql, e));
        }
    }

    private static Map<String, @Nullable Object> values() {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("project", "beta");
        values.put("evil", "' OR 1=1; DROP TABLE events; --");
        values.put("names", List.of("alpha", "beta"));
        values.put("since", Instant.parse("2026-03-30T11:30:00Z"));
        values.put("day", LocalDate.of(2026, 3, 30));
        values.put("least", 0.6);
        values.put("nothing", null);
        values.put("from", 3);
        return values;
    }
}
