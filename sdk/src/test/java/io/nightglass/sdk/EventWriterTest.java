package io.nightglass.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Any value can be sent, and none ends the loop. */
class EventWriterTest {
    private final EventWriter writer = new EventWriter();

    private JsonNode written(Map<String, @Nullable Object> properties) {
        writer.write(new Message(new UUID(1, 2), "e", "p:c:a", Instant.EPOCH, properties));
        var json = JsonMapper.shared().readTree(new String(writer.array(), 0, writer.length(), UTF_8));
        return json.path("properties");
    }

    private String text(Object value) {
        writer.write(new Message(new UUID(1, 2), "e", "p:c:a", Instant.EPOCH, Map.of("v", value)));
        return new String(writer.array(), 0, writer.length(), UTF_8);
    }

    private JsonNode written(@Nullable Object value) {
        var properties = new LinkedHashMap<String, @Nullable Object>();
        properties.put("v", value);
        return written(properties).path("v");
    }

    @Test
    void anEventHasTheShapeOfACaptureBatch() {
        writer.write(new Message(new UUID(1, 2), "round_kept", "p:c:a", Instant.EPOCH, Map.of("delta", 0.25)));
        assertEquals(
                "{\"uuid\":\"00000000-0000-0001-0000-000000000002\",\"event\":\"round_kept\",\"distinct_id\":\"p:c:a\","
                        + "\"timestamp\":\"1970-01-01T00:00:00Z\",\"properties\":{\"delta\":0.25}}",
                new String(writer.array(), 0, writer.length(), UTF_8));
    }

    @Test
    void anEventThatBreaksInTheMiddleSpoilsNotTheNext() {
        var breaking = new AbstractMap<String, Object>() {
            @Override
            public Set<Entry<String, Object>> entrySet() {
                throw new IllegalStateException("read while it changes");
            }
        };
        assertThrows(IllegalStateException.class, () -> written(Map.of("v", breaking)));
        assertEquals("{\"a\":1}", written(Map.of("a", 1)).toString());
        assertEquals("{\"b\":2}", written(Map.of("b", 2)).toString());
    }

    @Test
    void nothingAndWhatIsNoNumberAreNullNeverZero() {
        assertTrue(written((Object) null).isNull());
        assertTrue(written(Double.NaN).isNull());
        assertTrue(written(Float.NEGATIVE_INFINITY).isNull());
        assertTrue(written(Optional.empty()).isNull());
    }

    @Test
    void numbersKeepEveryDigit() {
        assertEquals("0.1", written(0.1f).toString());
        assertEquals("9007199254740993", written(9_007_199_254_740_993L).toString());
        assertTrue(text(new java.math.BigDecimal("0.12345678901234567890")).contains(":0.12345678901234567890}"));
        assertEquals(
                "7", written(new java.util.concurrent.atomic.AtomicInteger(7)).toString());
    }

    @Test
    void collectionsNestAndOtherThingsAreTheirText() {
        var value = Map.of("list", List.of(1, "two", true), "array", new double[] {1.5, 2.5}, "time", Instant.EPOCH);
        assertEquals("[1,\"two\",true]", written(value).path("list").toString());
        assertEquals("[1.5,2.5]", written(value).path("array").toString());
        assertEquals("1970-01-01T00:00:00Z", written(value).path("time").asString());
        assertEquals(
                "MAXIMIZE", written(io.nightglass.catalog.Direction.MAXIMIZE).asString());
    }

    @Test
    void whatContainsItselfSaysSoWhereItDoes() {
        var map = new HashMap<String, Object>();
        map.put("self", map);
        map.put("n", 1);
        assertEquals("(contains itself)", written(map).path("self").asString());
        assertEquals(1, written(map).path("n").asInt());
        var list = new ArrayList<Object>();
        list.add(list);
        assertEquals("[\"(contains itself)\"]", written(list).toString());
    }

    @Test
    void theSameThingTwiceIsNotACircle() {
        var shared = Map.of("a", 1);
        assertEquals("[{\"a\":1},{\"a\":1}]", written(List.of(shared, shared)).toString());
    }

    @Test
    void depthWithoutEndIsCut() {
        Object deep = "bottom";
        for (int i = 0; i < 10_000; i++) {
            deep = List.of(deep);
        }
        assertTrue(written(deep).toString().contains("nested deeper than"));
    }

    @Test
    void halfASurrogatePairIsMendedAndAWholeOneKept() {
        assertEquals("a\ufffdb", written("a\ud83db").asString());
        assertEquals("\ud83d\ude00", written("\ud83d\ude00").asString());
    }

    @Test
    void aValueThatCannotBeReadSaysSo() {
        var broken = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("no");
            }
        };
        assertTrue(written(broken).asString().contains("IllegalStateException"));
    }
}
