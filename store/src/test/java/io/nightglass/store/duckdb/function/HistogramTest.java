package io.nightglass.store.duckdb.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class HistogramTest {
    @Test
    void asManyValuesAsBinsStandInOneEach() {
        var histogram = new Histogram(5);
        for (double value : new double[] {2, 0, 1}) {
            histogram.add(value);
        }
        assertEquals("[[0.0,0.5,1.0],[0.5,1.5,1.0],[1.5,2.0,1.0]]", histogram.answer());
    }

    @Test
    void nothingHasNoBins() {
        assertEquals("[]", new Histogram(5).answer());
    }

    @Test
    void moreValuesThanBinsAnswerWhatClickHouseDoes() {
        var histogram = new Histogram(5);
        for (int i = 0; i < 20; i++) {
            histogram.add(i);
        }
        assertEquals(
                "[[0.0,3.5,4.0],[3.5,7.5,4.0],[7.5,11.75,4.125],[11.75,16.0,4.625],[16.0,19.0,3.25]]",
                histogram.answer());
    }

    /** The engine gives values in pieces, and keeps what has been seen as a text. */
    @Test
    void whatIsWrittenDownAndReadAgainGoesOnTheSame() {
        long seed = Long.getLong("seed", 20260331L);
        System.out.println("HistogramTest: -Dseed=" + seed);
        var random = new Random(seed);
        var whole = new Histogram(7);
        var inPieces = "";
        for (int i = 0; i < 500; i++) {
            double value = random.nextGaussian() * 1e6;
            whole.add(value);
            var piece = Histogram.read(7, inPieces);
            piece.add(value);
            inPieces = piece.state();
        }
        assertEquals(whole.answer(), Histogram.read(7, inPieces).answer());
    }
}
