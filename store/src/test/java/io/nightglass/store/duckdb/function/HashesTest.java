package io.nightglass.store.duckdb.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that ClickHouse answered; the differential suite asks it for all lengths. */
class HashesTest {
    private static final String LONG =
            "The quick brown fox jumps over the lazy dog, and then it does so again and again";

    @ParameterizedTest
    @CsvSource({
        "cityHash64, 2603192927274642682",
        "sipHash64, 10863254463029944905",
        "xxHash64, 15154266338359012955",
        "xxHash32, 1426945110",
        "murmurHash2_32, 2456313694",
        "murmurHash2_64, 510903276987443985",
        "murmurHash3_32, 1009084850",
        "murmurHash3_64, 7196874446409822675",
        "halfMD5, 919145239626757800"
    })
    void aLetterIsHashedAsInClickHouse(String name, String hash) {
        assertEquals(hash, Long.toUnsignedString(Hashes.of(name, "a")));
    }

    @Test
    void nothingIsHashedToo() {
        assertEquals("11160318154034397263", Long.toUnsignedString(Hashes.of("cityHash64", "")));
        assertEquals("17241709254077376921", Long.toUnsignedString(Hashes.of("xxHash64", "")));
        assertEquals(0, Hashes.of("javaHash", ""));
    }

    @Test
    void oneByteMoreIsAnotherHashAtEveryLength() {
        for (int length = 1; length < LONG.length(); length++) {
            for (var name : new String[] {"cityHash64", "sipHash64", "xxHash64"}) {
                long shorter = Hashes.of(name, LONG.substring(0, length));
                assertEquals(false, shorter == Hashes.of(name, LONG.substring(0, length + 1)), name + " at " + length);
            }
        }
    }

    @Test
    void numbersAreMixed() {
        assertEquals("10577349846663553072", Long.toUnsignedString(Hashes.of("cityHash64", 1L)));
        assertEquals(1343103100L, Hashes.of("intHash32", 1L));
    }

    @Test
    void severalValuesAreOneHash() {
        long first = Hashes.of("cityHash64", "a");
        assertEquals(
                "7468329322676821011",
                Long.toUnsignedString(Hashes.joined("cityHash64", first, Hashes.of("cityHash64", "b"))));
    }
}
