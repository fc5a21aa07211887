package io.nightglass.boards.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.store.duckdb.DuckDbEventStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists and figures of model calls, against the real store. */
class CallsTest {
    private static final CallFilter DAY = new CallFilter(
            Instant.parse("2026-05-14T00:00:00Z"), Instant.parse("2026-05-15T00:00:00Z"), Map.of(), null, null, null);

    @TempDir
    Path folder = Path.of(".");

    @Test
    void figuresAreOfTheCallsTheFilterLetsThrough() {
        try (var store = night()) {
            var calls = new Calls(ToldCalls.asker(store));
            var figures = calls.figures(DAY);
            assertEquals(5, figures.calls(), "the one of another day is not among them");
            assertEquals(2, figures.failed());
            assertEquals(3, figures.unpriced());
            assertEquals(600L, figures.inputTokens());
            assertEquals(30L, figures.outputTokens());
            assertEquals(0.75, figures.costUsd());
            assertEquals(2.5, figures.latency().p50(), "the middle of 1, 2, 3 and 4; -1 is none");
            assertEquals(figures, calls.summary(DAY).all());
            assertEquals(
                    calls.figures(DAY.with(CallField.MODEL, "m2")),
                    calls.summary(DAY.with(CallField.MODEL, "m2")).all());
            assertEquals(0, calls.summary(DAY.with(CallField.MODEL, "m3")).all().calls());
        }
    }

    private DuckDbEventStore night() {
        return new ToldCalls()
                .call(1, "2026-05-14T10:00:00Z", "r", """
                        {"$ai_model":"m1","$ai_provider":"p","phase":"proposal","task_type":"t","$ai_latency":1,
                         "$ai_input_tokens":100,"$ai_output_tokens":10,"$ai_total_cost_usd":0.25,"$ai_session_id":"s"}""")
                .call(2, "2026-05-14T11:00:00Z", "r", """
                        {"$ai_model":"m1","$ai_latency":2,"$ai_input_tokens":200,"$ai_output_tokens":20,"$ai_total_cost_usd":0.5,
                         "agent":"judge"}""")
                .call(3, "2026-05-14T12:00:00Z", null, """
                        {"$ai_model":"m2","$ai_latency":3,"$ai_input_tokens":300,"$ai_is_error":true,"$ai_http_status":429,
                         "$ai_error":"{\\"error\\":{\\"message\\":\\"rate limit of req_011CSHoEeqs5C35K2UUqR7Fy: 50,000 tokens\\"}}"}""")
                .call(4, "2026-05-14T13:00:00Z", null, """
                        {"$ai_latency":4,"$ai_is_error":true,"$ai_error_type":"Timeout","$ai_error":"after 30.5 s in /srv/loop/a.py"}""")
                .event(5, "2026-05-14T14:00:00Z", "$ai_embedding", null, "{\"$ai_latency\":-1,\"$ai_trace_id\":\"r\"}")
                .call(6, "2026-05-13T23:59:59Z", null, "{\"$ai_model\":\"m1\"}")
                .store(folder);
    }

    @Test
    void callsAreFoundByWhatTheyNameAndByWhatTheyDoNot() {
        try (var store = night()) {
            var calls = new Calls(ToldCalls.asker(store));
            assertEquals(List.of(2L, 1L), ids(calls, DAY.with(CallField.MODEL, "m1")));
            assertEquals(List.of(5L, 4L), ids(calls, DAY.with(CallField.MODEL, CallFilter.NONE)));
            assertEquals(List.of(1L), ids(calls, DAY.with(CallField.PHASE, "proposal")));
            assertEquals(List.of(2L), ids(calls, DAY.with(CallField.AGENT, "judge")));
            assertEquals(List.of(1L), ids(calls, DAY.with(CallField.SESSION, "s")));
            assertEquals(List.of(5L, 2L, 1L), ids(calls, DAY.with(CallField.ROUND, "r")), "by its trace too");
            assertEquals(List.of(), ids(calls, DAY.with(CallField.PROVIDER, "' OR 1 = 1 --")));
            assertEquals(List.of(4L, 3L), ids(calls, failing(true, null, null)));
            assertEquals(List.of(5L, 2L, 1L), ids(calls, failing(false, null, null)));
            assertEquals(List.of(3L), ids(calls, failing(null, "429", null)));
            assertEquals(List.of(4L), ids(calls, failing(null, "Timeout", null)));
            assertEquals(List.of(3L), ids(calls, failing(null, null, "rate limit of …: # tokens")));
            assertEquals(List.of(4L), ids(calls, failing(null, null, "after # s in …")));
        }
    }

    @ParameterizedTest
    @EnumSource(CallSort.By.class)
    void partsOfAListMeetWhateverItIsOrderedBy(CallSort.By by) {
        var told = new ToldCalls();
        for (int i = 0; i < 40; i++) {
            var json = i % 5 == 0
                    ? "{}"
                    : "{\"$ai_latency\":%d,\"$ai_input_tokens\":%d,\"$ai_total_cost_usd\":0.%d1}"
                            .formatted(i % 7 == 3 ? -1 : i % 7, i % 6, i % 4);
            told.call(i, "2026-05-14T10:00:%02d.123456Z".formatted(i % 9), null, json);
        }
        try (var store = told.store(folder)) {
            var calls = new Calls(ToldCalls.asker(store));
            for (boolean descending : List.of(true, false)) {
                var sort = new CallSort(by, descending);
                var whole = calls.page(CallFilter.ALL, sort, null, 1_000);
                assertNull(whole.next());
                assertEquals(40, whole.calls().size());
                var parts = new ArrayList<Call>();
                CallPlace after = null;
                do {
                    var page = calls.page(CallFilter.ALL, sort, after, 3);
                    parts.addAll(page.calls());
                    after = page.next() == null
                            ? null
                            : CallPlace.read(page.next().wire(), by).orElseThrow();
                } while (after != null);
                assertEquals(whole.calls(), parts);
                assertTrue(
                        parts.stream()
                                .noneMatch(call ->
                                        Double.valueOf(-1).equals(call.took().latency())),
                        "is none");
            }
        }
    }

    @Test
    void aPlaceThatCannotBeReadIsNone() {
        for (var wire : List.of("", "~", "x~y", "1", "abc~" + ToldCalls.id(1), "1~1")) {
            assertTrue(CallPlace.read(wire, CallSort.By.TIME).isEmpty(), wire);
        }
        assertTrue(CallPlace.read("~" + ToldCalls.id(1), CallSort.By.COST).isPresent());
        assertFalse(CallPlace.read("x~" + ToldCalls.id(1), CallSort.By.COST).isPresent());
    }

    @Test
    void modelsHaveTheirFiguresAndThoseThatNameNoneTheirs() {
        try (var store = night()) {
            var models = new Calls(ToldCalls.asker(store)).byModel(DAY);
            assertEquals(
                    "[m1 2 0.75, null 2 null, m2 1 null]",
                    models.stream()
                            .map(of -> of.value() + " " + of.figures().calls() + " "
                                    + of.figures().costUsd())
                            .toList()
                            .toString());
        }
    }

    @Test
    void promptSizesLieInTheDaysOfThePanesZone() {
        try (var store = night()) {
            var sizes = new Calls(ToldCalls.asker(store)).promptSizes(DAY, Bucket.DAY);
            assertEquals(
                    List.of(new PromptSize(Instant.parse("2026-05-14T00:00:00Z"), 3, 200, 290, 300)), sizes, "by day");
            assertEquals(
                    3,
                    new Calls(ToldCalls.asker(store))
                            .promptSizes(DAY, Bucket.HOUR)
                            .size());
            assertEquals(
                    Instant.parse("2026-05-11T00:00:00Z"),
                    new Calls(ToldCalls.asker(store))
                            .promptSizes(DAY, Bucket.WEEK)
                            .getFirst()
                            .start());
        }
    }

    @Test
    void bucketsFollowTheClockOnTheWall() {
        var berlin = ZoneId.of("Europe/Berlin");
        var day = LocalDate.of(2026, 3, 29); // one hour short
        assertEquals(23, Bucket.HOUR.starts(day, day, berlin).size());
        assertEquals(
                List.of(Instant.parse("2026-03-28T23:00:00Z"), Instant.parse("2026-03-29T22:00:00Z")),
                Bucket.DAY.starts(day, day.plusDays(1), berlin));
        assertEquals(
                List.of(Instant.parse("2026-03-23T00:00:00Z")),
                Bucket.WEEK.starts(day, day, ZoneOffset.UTC),
                "a Sunday is of the week before");
        assertEquals(Bucket.WEEK, Bucket.of(day, day.plusDays(120)));
    }

    @Test
    void choicesAreWhatCallsNameAndThatSomeNameNothing() {
        try (var store = night()) {
            var choices = new Calls(ToldCalls.asker(store))
                    .choices(Instant.parse("2026-05-14T00:00:00Z"), Instant.parse("2026-05-15T00:00:00Z"));
            assertEquals(List.of("", "m1", "m2"), choices.named().get(CallField.MODEL));
            assertEquals(List.of("", "proposal"), choices.named().get(CallField.PHASE));
            assertEquals(List.of("429", "Timeout"), choices.errors());
        }
    }

    @Test
    void aCallIsFoundByItsId() {
        try (var store = night()) {
            var calls = new Calls(ToldCalls.asker(store));
            var call = calls.named(ToldCalls.id(1)).orElseThrow();
            assertEquals("m1", call.who().model());
            assertEquals(110L, call.tokens().total());
            assertEquals("reported", call.cost().provenance());
            assertTrue(calls.named(ToldCalls.id(77)).isEmpty());
            assertEquals(
                    Instant.parse("2026-05-14T14:00:00Z"),
                    calls.extent(CallFilter.ALL).orElseThrow().last());
        }
    }

    private static CallFilter failing(@Nullable Boolean failed, @Nullable String error, @Nullable String message) {
        return new CallFilter(DAY.from(), DAY.to(), Map.of(), failed, error, message);
    }

    private static List<Long> ids(Calls calls, CallFilter filter) {
        return calls.page(filter, CallSort.NEWEST, null, 50).calls().stream()
                .map(call -> call.uuid().getLeastSignificantBits())
                .toList();
    }
}
