package io.nightglass.store.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.nightglass.catalog.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

class CellValuesTest {
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(1_000)
                            .build())
                    .build())
            .build();

    private static @Nullable Object value(Kind kind, String json) {
        return CellValues.of(kind, JSON.readTree(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5", "\"0.5\"", "\" +.5 \"", "\"5e-1\"", "5E-1"})
    void readAFiniteNumberHoweverItIsWritten(String json) {
        assertEquals(0.5, value(Kind.NUMBER, json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "\"\"",
                "\"n/a\"",
                "\"NaN\"",
                "\"Infinity\"",
                "\"1d\"",
                "\"0x10\"",
                "\"1,5\"",
                "1e999",
                "\"1e999\"",
                "[1]",
                "{}",
                "null",
                "\"--1\""
            })
    void leaveOutWhatIsNoFiniteNumber(String json) {
        assertNull(value(Kind.NUMBER, json));
        assertNull(value(Kind.INTEGER, json));
    }

    @Test
    void keepWholeNumbersExactlyAndNothingElse() {
        assertEquals(9_007_199_254_740_993L, value(Kind.INTEGER, "9007199254740993"));
        assertEquals(Long.MIN_VALUE, value(Kind.INTEGER, "-9223372036854775808"));
        assertEquals(120L, value(Kind.INTEGER, "\" 120 \""));
        assertEquals(3L, value(Kind.INTEGER, "3.0"));
        assertNull(value(Kind.INTEGER, "3.5"));
        assertNull(value(Kind.INTEGER, "9223372036854775808"));
        assertNull(value(Kind.INTEGER, "18446744073709551616"));
    }

    @Test
    void takeTrueAndFalseAsTextToo() {
        assertEquals(true, value(Kind.BOOLEAN, "true"));
        assertEquals(false, value(Kind.BOOLEAN, "\"false\""));
        assertNull(value(Kind.BOOLEAN, "1"));
        assertNull(value(Kind.BOOLEAN, "\"yes\""));
    }

    @Test
    void keepOtherThingsSentForTextAsTheirJson() {
        assertEquals("kept", value(Kind.TEXT, "\"kept\""));
        assertEquals("1.50", value(Kind.TEXT, "\"1.50\""));
        assertEquals("7", value(Kind.TEXT, "7"));
        assertEquals("true", value(Kind.TEXT, "true"));
        assertEquals("[\"a\"]", value(Kind.JSON, "[ \"a\" ]"));
        assertNull(value(Kind.JSON, "\"a\""));
    }

    @Test
    void writeAsDeepAsCaptureReads() {
        var deep = "[".repeat(1_000) + "]".repeat(1_000);
        assertEquals(deep, value(Kind.JSON, deep));
    }
}
