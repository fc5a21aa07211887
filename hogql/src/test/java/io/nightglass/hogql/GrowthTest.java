package io.nightglass.hogql;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What builds much out of little is refused before it is run; what is merely long is not. */
class GrowthTest {
    private static final Scope SCOPE =
            new Scope(new SampleTables(), Map.of(), ZoneId.of("UTC"), Instant.parse("2026-03-31T10:00:00Z"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select length(replaceAll(repeat('a', 100000), 'a', repeat('b', 100000)))",
                "select replaceRegexpAll(repeat(event, 1000), '.', repeat('b', 10000)) from events",
                "select arrayStringConcat(arrayMap(x -> repeat(event, 10000), range(10000))) from events",
                "select arrayMap(x -> range(10000), range(10000))",
                "select arrayMap(x -> arrayMap(y -> arrayMap(z -> x * y * z, range(1000)), range(1000)), range(1000))",
                "select concat(a, a, a) from (select repeat(event, 100000) as a from events)",
                "select repeat(event, 100000) as a, repeat(event, 99999) as b, repeat(event, 99998) as c from events",
                "select levenshteinDistance(repeat('a', 100000), repeat('b', 100000))",
            })
    void isRefused(String hogql) {
        var refused = assertThrows(QueryException.class, () -> HogQl.compile(hogql, SCOPE))
                .problem()
                .advice();
        assertTrue(refused.contains("beyond the limit of"), refused);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select repeat('#', toInt(count() / 10)) from events",
                "select arrayMap(x -> x * 2, arrayFilter(x -> x > 3, range(1000))) from events",
                "select arrayStringConcat(arrayMap(x -> concat(x, '!'), splitByChar(',', event)), ';') from events",
                "select replaceAll(replaceAll(lower(event), ' ', '_'), '-', 'minus') from events",
                "select arrayMap(x -> concat(x.1, ':', toString(x.2)), groupArray((event, properties.score))) from events",
                "select arraySum(arrayMap(x -> arraySum(arrayMap(y -> x * y, range(10000))), range(10000)))",
                "select hex(event), base64Encode(event), replaceRegexpAll(event, '([a-z]+)', '<\\1>') from events",
            })
    void isAnswered(String hogql) {
        assertDoesNotThrow(() -> HogQl.compile(hogql, SCOPE), hogql);
    }
}
