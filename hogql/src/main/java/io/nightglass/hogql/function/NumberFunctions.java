package io.nightglass.hogql.function;

/** Arithmetic. */
final class NumberFunctions {
    static final String TABLE = """
            plus                    | number, number -> number    | Sum; + is this. | 1 + 2 => 3
            minus                   | number, number -> number    | Difference; - is this. | 1 - 2 => -1
            multiply                | number, number -> number    | Product; * is this. | 2 * 3 => 6
            divide                  | float, float -> float       | Quotient, always a float; / is this. By 0 it is inf or NaN. | 7 / 2 => 3.5
            intDiv                  | number, number -> integer   | Quotient cut towards zero; by 0 an error. | intDiv(-7, 2) => -3
            modulo, mod             | number, number -> number    | Remainder with the sign of the first; % is this. | -7 % 3 => -1
            positiveModulo, pmod    | number, number -> number | Remainder, never negative. | positiveModulo(-7, 3) => 2
            negate                  | number -> number            | The other sign. | negate(2) => -2
            abs                     | number -> number            | Without its sign. | abs(-2) => 2
            sign                    | number -> integer           | -1, 0 or 1. | sign(-3.5) => -1
            round                   | number, integer? -> number  | Rounded to so many digits: of floats half to even, of integers half up. | round(2.5) => 2
            floor                   | number, integer? -> number  | Down to so many digits. | floor(2.57, 1) => 2.5
            ceil, ceiling           | number, integer? -> number  | Up to so many digits. | ceil(2.51, 1) => 2.6
            trunc, truncate         | number, integer? -> number  | Towards zero, to so many digits. | trunc(-2.7) => -2
            sqrt                    | float -> float              | Square root; NaN below 0. | sqrt(9) => 3
            cbrt                    | float -> float              | Cube root. | cbrt(8) => 2
            pow, power              | float, float -> float       | The first to the power of the second. | pow(2, 10) => 1024
            exp                     | float -> float              | e to that power. | exp(0) => 1
            log, ln                 | float -> float              | Natural logarithm; -inf of 0, NaN below. | log(1) => 0
            log2                    | float -> float              | Logarithm to base 2. | log2(8) => 3
            log10                   | float -> float              | Logarithm to base 10. | log10(100) => 2
            pi                      | -> float!                   | 3.14159... | round(pi(), 2) => 3.14
            greatest                | T... -> T                   | The greatest argument, NULL left out. | greatest(1, 3, 2) => 3
            least                   | T... -> T                   | The least argument, NULL left out. | least(3, 1, 2) => 1
            isNaN                   | float -> truth              | Whether it is not a number. | isNaN(0 / 0) => 1
            isInfinite              | float -> truth              | Whether it is inf or -inf. | isInfinite(1 / 0) => 1
            isFinite                | float -> truth              | Whether it is neither NaN nor infinite. | isFinite(1 / 0) => 0
            bitAnd                  | integer, integer -> integer | Bits set in both. | bitAnd(6, 3) => 2
            bitOr                   | integer, integer -> integer | Bits set in one. | bitOr(6, 3) => 7
            bitXor                  | integer, integer -> integer | Bits set in exactly one. | bitXor(6, 3) => 5
            """;

    private NumberFunctions() {}
}
