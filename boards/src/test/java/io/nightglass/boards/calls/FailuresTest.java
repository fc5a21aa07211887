package io.nightglass.boards.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What failed, alike things together, and calls by session, against the real store. */
class FailuresTest {
    private static final Instant FROM = Instant.parse("2026-05-14T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-05-15T00:00:00Z");

    @TempDir
    Path folder = Path.of(".");

    @Test
    void alikeFailuresOfCallsToolsSpansAndExceptionsAreCountedTogether() {
        var told = new ToldCalls()
                .call(1, "2026-05-14T10:00:00Z", "r1", failed("rate limit, try again in 5.2 s", "m1"))
                .call(2, "2026-05-14T11:00:00Z", "r2", failed("rate limit, try again in 17 s", "m2"))
                .call(3, "2026-05-14T12:00:00Z", "r2", failed("rate limit, try again in 3 s", "m2"))
                .call(4, "2026-05-13T12:00:00Z", "r0", failed("rate limit, try again in 9 s", "m2"))
                .call(5, "2026-05-14T12:00:00Z", "r0", "{\"$ai_error\":\"worked all the same\"}")
                .event(6, "2026-05-14T13:00:00Z", "step.tool_returned", "r1", """
                        {"ok":false,"tool":"apply","error":"409: /ws/1/tags taken","agent":"coder"}""")
                .event(7, "2026-05-14T13:01:00Z", "step.tool_returned", "r1", """
                        {"ok":false,"tool":"apply","error":"412: ../ws/22 taken","agent":"coder"}""")
                .event(8, "2026-05-14T13:02:00Z", "step.tool_returned", "r1", "{\"ok\":true,\"tool\":\"apply\"}")
                .event(9, "2026-05-14T14:00:00Z", "$ai_span", null, """
                        {"$ai_is_error":true,"$ai_span_name":"search","$ai_error":{"message":"no index 7"}}""")
                .event(10, "2026-05-14T15:00:00Z", "$exception", null, """
                        {"$exception_list":[{"type":"KeyError","value":"'score'"}]}""")
                .event(11, "2026-05-14T15:00:00Z", "$exception", null, "{}");
        try (var store = told.store(folder)) {
            var failures = new Failures(ToldCalls.asker(store));
            assertEquals(
                    List.of(
                            "CALL RateLimit|rate limit, try again in # s 3 [m2, m1] [planner] 2",
                            "TOOL |#: … taken 2 [apply] [coder] 1",
                            "EXCEPTION | 1 [] [planner] 0",
                            "EXCEPTION KeyError|'score' 1 [] [planner] 0",
                            "SPAN |no index # 1 [search] [planner] 0"),
                    failures.groups(filter(null)).stream()
                            .map(FailuresTest::told)
                            .toList());
            var first = failures.groups(filter(FailureKind.CALL)).getFirst();
            assertEquals(Instant.parse("2026-05-14T10:00:00Z"), first.first());
            assertEquals(Instant.parse("2026-05-14T12:00:00Z"), first.last());
            assertEquals("rate limit, try again in 3 s", first.example().said());
            assertEquals(ToldCalls.id(3), first.example().uuid());
            assertEquals(1, failures.groups(filter(FailureKind.TOOL)).size());
            var ones = failures.of(filter(null), first.kind(), first.word(), first.message());
            assertEquals(
                    List.of(ToldCalls.id(3), ToldCalls.id(2), ToldCalls.id(1)),
                    ones.stream().map(Failure.One::uuid).toList());
            assertEquals("r2", ones.getFirst().round());
            var behind = new CallFilter(FROM, TO, Map.of(), null, first.word(), first.message());
            assertEquals(
                    first.count(),
                    new Calls(ToldCalls.asker(store)).figures(behind).calls(),
                    "the list behind it");
        }
    }

    private static String failed(String message, String model) {
        return """
                {"$ai_is_error":true,"$ai_error_type":"RateLimit","$ai_http_status":429,"$ai_error":"%s","$ai_model":"%s"}""".formatted(message, model);
    }

    private static String told(Failure of) {
        return "%s %s|%s %d %s %s %d"
                .formatted(of.kind(), of.word(), of.message(), of.count(), of.what(), of.agents(), of.rounds());
    }

    private static FailureFilter filter(@Nullable FailureKind kind) {
        return new FailureFilter(FROM, TO, "gtm", null, null, kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Error code: 429 - too many                        | Error code: # - too many",
                "took 1,234.5 ms at 12:30:01                       | took # ms at #",
                "no round 01HXYZ7K2M9Q4R5S6T7V8W9X0Y here          | no round … here",
                "request req_011CSHoEeqs5C35K2UUqR7Fy failed       | request … failed",
                "id 3f0c9a52-1b7d-4c57-9a3e-0123456789ab is gone   | id … is gone",
                "at 0x7fff5fbff8c0, object deadbeefcafe01          | at …, object …",
                "see https://example.com/a?b=1 for more            | see … for more",
                "open('/srv/loop/a.py'): C:\\x\\y.txt and/or ~/z.q | open('…'): … and/or …",
                "missing_verification of claude-sonnet-4-5         | missing_verification of claude-sonnet-#-#",
                "invalid_request_error: max_tokens                 | invalid_request_error: max_tokens"
            })
    void whatDiffersFromOneTimeToTheNextIsFolded(String said, String folded) {
        var told = new ToldCalls().event(1, "2026-05-14T13:00:00Z", "step.tool_returned", null, properties(said));
        try (var store = told.store(folder)) {
            assertEquals(
                    folded,
                    new Failures(ToldCalls.asker(store))
                            .groups(filter(null))
                            .getFirst()
                            .message());
        }
    }

    private static String properties(String error) {
        return "{\"ok\":false,\"error\":\"" + error.replace("\\", "\\\\") + "\"}";
    }

    @Test
    void sessionsAreCallsThatShareTheirId() {
        var told = new ToldCalls();
        for (int i = 0; i < 30; i++) {
            told.call(i, "2026-05-14T10:%02d:00Z".formatted(i), "r" + i % 4, """
                    {"$ai_session_id":"s%d","$ai_total_cost_usd":0.5,"$ai_input_tokens":2}""".formatted(i / 3));
        }
        told.call(40, "2026-05-14T09:00:00Z", null, "{\"$ai_session_id\":\"\"}");
        told.call(
                41,
                "2026-05-14T09:00:00Z",
                null,
                "{\"$ai_session_id\":\"s0\",\"$ai_trace_id\":\"t\",\"$ai_is_error\":true}");
        try (var store = told.store(folder)) {
            var sessions = new Sessions(ToldCalls.asker(store));
            assertEquals(10, sessions.count(CallFilter.ALL));
            var first = sessions.page(CallFilter.ALL, null, 4);
            assertEquals(
                    List.of("s9", "s8", "s7", "s6"),
                    first.stream().map(CallSession::id).toList());
            var place = Sessions.Place.read(new Sessions.Place(
                                    first.getLast().last(), first.getLast().id())
                            .wire())
                    .orElseThrow();
            var rest = sessions.page(CallFilter.ALL, place, 50);
            assertEquals(6, rest.size());
            var s0 = rest.getLast();
            assertEquals("s0", s0.id());
            assertEquals(3, s0.rounds());
            assertEquals(1.5, s0.figures().costUsd());
            assertEquals(1, s0.figures().failed());
            assertEquals(1, s0.figures().unpriced());
            assertEquals(Instant.parse("2026-05-14T09:00:00Z"), s0.first());
            var parts = sessions.parts("s0");
            assertEquals(4, parts.size());
            assertEquals("t", parts.getFirst().trace());
            assertEquals("r0", parts.get(1).round());
            assertTrue(Sessions.Place.read("x~y").isEmpty());
            assertTrue(Sessions.Place.read("").isEmpty());
        }
    }
}
