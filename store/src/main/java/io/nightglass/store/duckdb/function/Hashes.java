package io.nightglass.store.duckdb.function;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.apache.commons.codec.digest.MurmurHash2;
import org.apache.commons.codec.digest.MurmurHash3;
import org.apache.commons.codec.digest.XXHash32;

/** ClickHouse's hashes by their names in HogQL, bit for bit: who joins on a hash made elsewhere has to find the same. */
final class Hashes {
    private static final long OF_INTEGERS = 0x4CF2D2BAAE6DA887L;
    private static final long SHORT_OF_INTEGERS = 0x75D9543DE018BF45L;

    private Hashes() {}

    /** Of a text; hashes of 32 bits are zeros above. */
    static long of(String name, String text) {
        return of(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static long of(String name, byte[] bytes) {
        return switch (name) {
            case "cityHash64" -> CityHash.of(bytes);
            case "sipHash64" -> SipHash.of(bytes);
            case "xxHash64" -> XxHash.of(bytes);
            case "xxHash32" -> shortHash(bytes);
            case "murmurHash2_32" -> unsigned(MurmurHash2.hash32(bytes, bytes.length, 0));
            case "murmurHash2_64" -> MurmurHash2.hash64(bytes, bytes.length, 0);
            case "murmurHash3_32" -> unsigned(MurmurHash3.hash32x86(bytes, 0, bytes.length, 0));
            case "murmurHash3_64" -> folded(MurmurHash3.hash128x64(bytes, 0, bytes.length, 0));
            case "halfMD5" -> ByteBuffer.wrap(digest("MD5", bytes)).getLong();
            case "javaHash" -> java(bytes);
            case "hiveHash" -> java(bytes) & Integer.MAX_VALUE;
            case "CRC32" -> crc(bytes);
            default -> throw new IllegalArgumentException("no hash " + name);
        };
    }

    /** Of the eight bytes of a number; some mix them instead. */
    static long of(String name, long number) {
        return switch (name) {
            case "cityHash64", "intHash64" -> mixed(number);
            case "intHash32" -> mixedShort(number);
            default -> of(name, bytes(number));
        };
    }

    /** Of several values: what has been made of those before, and the next one's own. */
    static long joined(String name, long before, long next) {
        return switch (name) {
            case "cityHash64", "xxHash64" -> CityHash.joined(before, next);
            case "sipHash64", "halfMD5" -> of(name, bytes(before, next));
            case "xxHash32", "murmurHash2_32", "murmurHash3_32" -> mixedShort(before) ^ next;
            default -> mixed(before) ^ next;
        };
    }

    /** A digest in capital hexadecimal. */
    static String digest(String name, String text) {
        return HexFormat.of().withUpperCase().formatHex(digest(name, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A character for each byte of {@code hexadecimal}. */
    static String bytes(String hexadecimal) {
        return new String(HexFormat.of().parseHex(hexadecimal), StandardCharsets.ISO_8859_1);
    }

    static String hexadecimal(String bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] digest(String name, byte[] bytes) {
        try {
            return MessageDigest.getInstance(name).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException("no digest " + name, e);
        }
    }

    private static long shortHash(byte[] bytes) {
        var hash = new XXHash32();
        hash.update(bytes, 0, bytes.length);
        return hash.getValue();
    }

    private static long crc(byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    /** {@code String.hashCode()} of a text of bytes, its bits. */
    private static long java(byte[] bytes) {
        int hash = 0;
        for (byte one : bytes) {
            hash = 31 * hash + one;
        }
        return unsigned(hash);
    }

    private static long folded(long[] halves) {
        return halves[0] ^ halves[1];
    }

    private static long unsigned(int hash) {
        return Integer.toUnsignedLong(hash);
    }

    private static byte[] bytes(long... numbers) {
        var bytes = ByteBuffer.allocate(numbers.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (long number : numbers) {
            bytes.putLong(number);
        }
        return bytes.array();
    }

    /** The end of MurmurHash3, on a number of its own. */
    private static long mixed(long number) {
        long hash = number ^ OF_INTEGERS;
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }

    /** Wang's hash of a number to 32 bits. */
    private static long mixedShort(long number) {
        long hash = number ^ SHORT_OF_INTEGERS;
        hash = ~hash + (hash << 18);
        hash ^= Long.rotateRight(hash, 31);
        hash *= 21;
        hash ^= Long.rotateRight(hash, 11);
        hash += hash << 6;
        hash ^= Long.rotateRight(hash, 22);
        return hash & 0xffff_ffffL;
    }
}
