package io.nightglass.store.duckdb.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.hogql.function.Function;
import io.nightglass.hogql.function.Functions;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * The same rows, the same question, the same answer as ClickHouse's own engine (decision 0012). Where we mean something
 * else on purpose, the question stands with its reason in {@code differences.cases}, and has to differ.
 */
@Tag("clickhouse")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClickHouseDifferenceTest {
    private static final int QUESTIONS = 600;
    private static final String ON_PURPOSE = "differences";

    private @Nullable BothEngines engines;

    @BeforeAll
    void open() throws SQLException, IOException, InterruptedException {
        engines = BothEngines.open();
    }

    @AfterAll
    void close() throws SQLException, IOException {
        if (engines != null) {
            engines.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> answersAsClickHouseDoes() throws IOException {
        return written().filter(one -> !one.file().equals(ON_PURPOSE)).map(this::test);
    }

    @TestFactory
    Stream<DynamicTest> differsWhereItIsMeantTo() throws IOException {
        return onPurpose().values().stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.hogql(),
                        () -> assertTrue(
                                engines().difference(one).isPresent(), () -> "no difference any more: " + one.note())));
    }

    @TestFactory
    Stream<DynamicTest> examplesAnswerAsInClickHouse() throws IOException {
        var onPurpose = onPurpose();
        return Functions.all().stream()
                .map(ClickHouseDifferenceTest::example)
                .filter(one -> !onPurpose.containsKey(one.hogql()))
                .map(this::test);
    }

    /** Where ClickHouse refuses, as it does for signed beside unsigned, there is nothing to hold an answer against. */
    @Test
    void answersRandomQuestionsAsClickHouseDoes() {
        long seed = Long.getLong("seed", 20260331L);
        System.out.println("ClickHouseDifferenceTest: -Dseed=" + seed);
        var differences = new ArrayList<String>();
        int answered = 0;
        for (var question : new RandomQuestions(seed).take(QUESTIONS)) {
            var one = DifferenceCase.of("random", question);
            if (engines().theirs(one.clickHouse()) instanceof BothEngines.Outcome.Answered) {
                answered++;
                engines().difference(one).ifPresent(words -> differences.add(question + "\n" + words));
            }
        }
        assertEquals("", String.join("\n\n", differences));
        assertTrue(answered > QUESTIONS * 9 / 10, answered + " were answered");
    }

    @Test
    void asksAtLeastFourHundredQuestions() throws IOException {
        long count = written().count();
        assertTrue(count + Functions.all().size() >= 400, count + " written questions");
    }

    private DynamicTest test(DifferenceCase one) {
        return DynamicTest.dynamicTest(
                one.file() + ": " + one.hogql(),
                () -> assertEquals(
                        "",
                        engines().difference(one).orElse(""),
                        () -> "%s%n%s%n%s".formatted(one.note(), one.hogql(), one.clickHouse())));
    }

    private BothEngines engines() {
        return java.util.Objects.requireNonNull(engines);
    }

    private static DifferenceCase example(Function function) {
        var parts = function.example().split(" over ");
        return DifferenceCase.of(
                "examples",
                parts.length == 1
                        ? "SELECT " + parts[0]
                        : "SELECT %s FROM (SELECT arrayJoin(%s) AS x, x AS y)".formatted(parts[0], parts[1]));
    }

    private static Map<String, DifferenceCase> onPurpose() throws IOException {
        return written()
                .filter(one -> one.file().equals(ON_PURPOSE))
                .collect(Collectors.toMap(DifferenceCase::hogql, one -> one));
    }

    private static Stream<DifferenceCase> written() throws IOException {
        var cases = new ArrayList<DifferenceCase>();
        for (Path file : DifferenceCase.files()) {
            List<DifferenceCase> read = DifferenceCase.read(file);
            cases.addAll(read);
        }
        return cases.stream();
    }
}
