package io.nightglass.store.duckdb.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that ClickHouse answered. */
class ErrorFunctionTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 1",
        "0.1, 0.1124629160182849, 0.8875370839817152",
        "1, 0.8427007929497149, 0.15729920705028513",
        "-2.5, -0.999593047982555, 1.999593047982555",
        "5, 0.9999999999984626, 1.5374597944280351e-12",
        "10, 1, 2.088487583762545e-45",
        "30, 1, 0",
        "-Infinity, -1, 2"
    })
    void isAsExactAsADoubleIs(double x, double erf, double erfc) {
        assertEquals(erf, ErrorFunction.erf(x), 1e-15);
        assertEquals(erfc, ErrorFunction.erfc(x), 1e-13 * (1e-300 + Math.abs(erfc)));
    }

    @Test
    void whatIsNoNumberHasNone() {
        assertTrue(Double.isNaN(ErrorFunction.erf(Double.NaN)) && Double.isNaN(ErrorFunction.erfc(Double.NaN)));
    }
}
