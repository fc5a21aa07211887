package io.nightglass.hogql.function;

/** More arithmetic: curves, bits, classes of numbers, chance. */
final class MathFunctions {
    static final String TABLE = """
            exp2                    | float -> float              | 2 to that power. | exp2(3) => 8
            exp10                   | float -> float              | 10 to that power. | exp10(2) => 100
            log1p                   | float -> float              | Natural logarithm of 1 more. | log1p(0) => 0
            sin                     | float -> float              | Sine of radians. | sin(0) => 0
            cos                     | float -> float              | Cosine of radians. | cos(0) => 1
            tan                     | float -> float              | Tangent of radians. | tan(0) => 0
            asin                    | float -> float              | Arc sine; NaN beyond 1. | asin(0) => 0
            acos                    | float -> float              | Arc cosine; NaN beyond 1. | acos(1) => 0
            atan                    | float -> float              | Arc tangent. | atan(0) => 0
            atan2                   | float, float -> float       | The angle of the point (second, first). | atan2(0, 1) => 0
            sinh                    | float -> float              | Hyperbolic sine. | sinh(0) => 0
            cosh                    | float -> float              | Hyperbolic cosine. | cosh(0) => 1
            tanh                    | float -> float              | Hyperbolic tangent. | tanh(0) => 0
            asinh                   | float -> float              | Inverse hyperbolic sine. | asinh(0) => 0
            acosh                   | float -> float              | Inverse hyperbolic cosine; NaN below 1. | acosh(1) => 0
            atanh                   | float -> float              | Inverse hyperbolic tangent; NaN beyond 1. | atanh(0) => 0
            hypot                   | float, float -> float       | The long side of a right triangle. | hypot(3, 4) => 5
            sigmoid                 | float -> float              | 1 / (1 + exp(-x)). | sigmoid(0) => 0.5
            degrees                 | float -> float              | Radians as degrees. | degrees(pi()) => 180
            radians                 | float -> float              | Degrees as radians. | round(radians(180), 3) => 3.142
            e                       | -> float!                   | 2.71828... | round(e(), 3) => 2.718
            factorial               | integer -> integer          | 1 * 2 * ... up to it; of at most 20. | factorial(5) => 120
            intDivOrZero            | integer, integer -> integer | intDiv, but by 0 it is 0. | intDivOrZero(7, 0) => 0
            intDivOrNull            | integer, integer -> integer? | intDiv, but by 0 it is NULL. | intDivOrNull(7, 0) => NULL
            moduloOrZero            | integer, integer -> integer | modulo, but by 0 it is 0. | moduloOrZero(7, 0) => 0
            moduloOrNull            | integer, integer -> integer? | modulo, but by 0 it is NULL. | moduloOrNull(7, 0) => NULL
            divideOrNull            | float, float -> float?      | Quotient, but by 0 it is NULL. | divideOrNull(1, 0) => NULL
            gcd                     | integer, integer -> integer | Greatest common divisor. | gcd(12, 18) => 6
            lcm                     | integer, integer -> integer | Least common multiple. | lcm(4, 6) => 12
            max2                    | float, float -> float       | The greater one, as a float. | max2(1, 2) => 2
            min2                    | float, float -> float       | The lesser one, as a float. | min2(1, 2) => 1
            clamp                   | T, T, T -> T                | The first, but not below the second nor above the third. | clamp(5, 1, 3) => 3
            ifNotFinite             | float, float -> float       | The first where it is a finite number, else the second. | ifNotFinite(1 / 0, 5) => 5
            roundBankers            | float -> float              | To the next whole number, half to even. | roundBankers(3.5) => 4
            roundToExp2             | number -> integer           | Down to a power of 2; 0 below 1. | roundToExp2(7) => 4
            roundDuration           | number -> integer           | Down to a usual number of seconds: 0, 1, 10, 30, 60, 120, ... 36000. | roundDuration(35) => 30
            roundAge                | number -> integer           | Down to a usual age: 17, 18, 25, 35, 45, 55. | roundAge(30) => 25
            roundDown               | float, array -> float       | Down to one of the constant numbers, or the least of them. | roundDown(7, [1, 5, 10]) => 5
            widthBucket, width_bucket | float, float, float, integer -> integer | Which of so many parts of the way from the second to the third it is in; 0 before, one more behind. | widthBucket(5, 0, 10, 5) => 3
            bitNot                  | integer -> integer          | The other bits, of 64. | bitNot(5) => -6
            bitShiftLeft            | integer, integer -> integer | Bits moved up by 0 to 62 places. | bitShiftLeft(1, 3) => 8
            bitShiftRight           | integer, integer -> integer | Bits moved down. | bitShiftRight(8, 2) => 2
            bitTest                 | integer, integer -> integer | The bit at a place, from 0. | bitTest(5, 2) => 1
            bitCount                | integer -> integer          | How many bits are set. | bitCount(7) => 3
            bitHammingDistance      | integer, integer -> integer | How many bits differ. | bitHammingDistance(1, 7) => 2
            bitPositionsToArray     | integer -> [integer]        | The places of the bits that are set, from 0. | bitPositionsToArray(5) => [0, 2]
            isZeroOrNull            | number -> truth!            | Whether it is 0 or NULL. | isZeroOrNull(NULL) => 1
            erf                     | float -> float              | The error function. | round(erf(1), 6) => 0.842701
            erfc                    | float -> float              | 1 less the error function, exact where that is near 1. | round(erfc(1), 6) => 0.157299
            lgamma                  | float -> float              | The logarithm of the gamma function, taken positive. | round(lgamma(5.5), 6) => 3.957814
            tgamma                  | float -> float              | The gamma function: (x - 1)! of a whole number. | tgamma(5) => 24
            rand, rand32            | -> integer!                 | A number by chance, 0 to 4,294,967,295. | rand() >= 0 => 1
            randCanonical           | -> float!                   | A number by chance, 0 to below 1. | randCanonical() < 1 => 1
            randUniform             | float, float -> float       | A number by chance between two. | randUniform(1, 2) >= 1 => 1
            generateUUIDv4          | -> uuid!                    | A UUID by chance. | length(toString(generateUUIDv4())) => 36
            """;

    private MathFunctions() {}
}
