package io.nightglass.store.duckdb.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever a text holds, the engine reads it back as it was. */
class QuoteTest {
    private static final List<String> PIECES = List.of(
            "'", "''", "\\", "\"", "\0", "\n", "--", "/*", "*/", ";", "$$", "$1", "?", "%", "{", "E'", "U&'", "a", "ß",
            "😀", "\\'", "\u2028", "x'41'", "' || '", "chr(0)", " ");

    @Test
    void everyTextComesBack() throws SQLException {
        long seed = Long.getLong("seed", 5L);
        System.out.println("QuoteTest: -Dseed=" + seed);
        var random = new Random(seed);
        try (var fixture = Fixture.open();
                var statement = fixture.connection().createStatement()) {
            for (int i = 0; i < 3_000; i++) {
                var text = IntStream.range(0, random.nextInt(8))
                        .mapToObj(ignored -> PIECES.get(random.nextInt(PIECES.size())))
                        .collect(Collectors.joining());
                var rows =
                        statement.executeQuery("SELECT %s AS %s".formatted(Quote.text(text), Quote.name("c" + text)));
                rows.next();
                assertEquals(text, rows.getString(1));
            }
        }
    }

    @Test
    void everyNumberComesBack() throws SQLException {
        var random = new Random(5);
        try (var fixture = Fixture.open();
                var statement = fixture.connection().createStatement()) {
            for (int i = 0; i < 1_000; i++) {
                double real = Double.longBitsToDouble(random.nextLong());
                long whole = i == 0 ? Long.MIN_VALUE : random.nextLong();
                var rows =
                        statement.executeQuery("SELECT %s, %s".formatted(Quote.constant(real), Quote.constant(whole)));
                rows.next();
                assertEquals(real, rows.getDouble(1));
                assertEquals(whole, rows.getLong(2));
            }
        }
    }

    @Test
    void aLoneSurrogateIsTheReplacementCharacter() {
        assertEquals("'a\uFFFDb'", Quote.text("a\uD83Db"));
    }
}
