package io.nightglass.hogql.function;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Functions of ClickHouse that are not offered, and what to write instead. */
public final class RefusedFunctions {
    private static final String TABLE = """
            runningDifference, runningDifferenceStartingWithFirstValue, neighbor, runningAccumulate | use a window function: x - lagInFrame(x) OVER (ORDER BY ...)
            rowNumberInBlock, rowNumberInAllBlocks, blockNumber, blockSize | use row_number() OVER (ORDER BY ...)
            dictGet, dictGetOrDefault, dictGetOrNull, dictHas, dictGetString, joinGet | there are no dictionaries; join a table
            sipHash128, farmHash64, farmFingerprint64, metroHash64, xxh3, murmurHash3_128, CRC64, URLHash, wyHash64, BLAKE3, MD4 | it is not here; use cityHash64(), sipHash64(), xxHash64(), murmurHash3_64() or hex(SHA256())
            sleep, sleepEachRow, file, url, s3, remote, cluster, mysql, postgresql, input, executable, getSetting, getMacro, hostName, filesystemAvailable, currentDatabase, currentUser | a query only reads the tables of this page
            untuple | write the places one by one: t.1, t.2
            reinterpretAsUInt64, reinterpretAsInt64, reinterpretAsFloat64, reinterpretAsString, reinterpret | the bytes of a value are not to be had; use toInt(), toFloat() or toString()
            quantileTiming, quantileDeterministic, quantileBFloat16, quantileGK, quantileDD, medianTiming | estimates differ; use quantile(), which is exact here
            evalMLMethod, stochasticLinearRegression, stochasticLogisticRegression | there are no models here
            """;

    private static final Map<String, String> INSTEAD = read();

    private RefusedFunctions() {}

    /** What to write instead of {@code name}, null for what nobody knows. */
    public static @Nullable String instead(String name) {
        return INSTEAD.get(name);
    }

    private static Map<String, String> read() {
        var instead = new HashMap<String, String>();
        for (var line : TABLE.lines().toList()) {
            int bar = line.indexOf(" | ");
            for (var name : line.substring(0, bar).strip().split(", ")) {
                instead.put(name, line.substring(bar + 3).strip());
            }
        }
        return Map.copyOf(instead);
    }
}
