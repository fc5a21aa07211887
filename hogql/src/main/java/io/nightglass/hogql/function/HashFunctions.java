package io.nightglass.hogql.function;

/** Hashes, each the number or the bytes that ClickHouse answers. Several values are hashed as one. */
final class HashFunctions {
    static final String TABLE = """
            cityHash64              | any... -> count   | CityHash64 of version 1.0.2, of texts and numbers. | cityHash64('a', 1) => 11051256024482834174
            sipHash64               | any... -> count   | SipHash-2-4 of texts and numbers; a whole number is hashed as 64 bits. | sipHash64('a') => 10863254463029944905
            xxHash64                | any... -> count   | xxHash of 64 bits; a whole number is hashed as 64 bits. | xxHash64('a') => 15154266338359012955
            xxHash32                | any... -> count   | xxHash of 32 bits; a whole number is hashed as 64 bits. | xxHash32('a') => 1426945110
            murmurHash2_32          | any... -> count   | MurmurHash2 of 32 bits; a whole number is hashed as 64 bits. | murmurHash2_32('a') => 2456313694
            murmurHash2_64          | any... -> count   | MurmurHash2 of 64 bits; a whole number is hashed as 64 bits. | murmurHash2_64('a') => 510903276987443985
            murmurHash3_32          | any... -> count   | MurmurHash3 of 32 bits; a whole number is hashed as 64 bits. | murmurHash3_32('a') => 1009084850
            murmurHash3_64          | any... -> count   | MurmurHash3 of 64 bits; a whole number is hashed as 64 bits. | murmurHash3_64('a') => 7196874446409822675
            halfMD5                 | any... -> count   | The first half of MD5, as a number; a whole number is hashed as 64 bits. | halfMD5('a') => 919145239626757800
            javaHash                | text -> integer   | hashCode() of a text of bytes in Java. | javaHash('abc') => 96354
            hiveHash                | text -> integer   | The same, never negative. | hiveHash('abc') => 96354
            intHash32               | integer -> count  | A hash of 32 bits of a whole number. | intHash32(1) => 1343103100
            intHash64               | integer -> count  | A hash of 64 bits of a whole number. | intHash64(1) => 10577349846663553072
            CRC32                   | text -> count     | The checksum of zip files. | CRC32('abc') => 891568578
            MD5                     | text -> bytes     | MD5, as bytes; hex() shows them, and no other function reads them. | hex(MD5('a')) => '0CC175B9C0F1B6A831C399E269772661'
            SHA1                    | text -> bytes     | SHA-1, as bytes. | hex(SHA1('a')) => '86F7E437FAA5A7FCE15D1DDCB9EAEAEA377667B8'
            SHA224                  | text -> bytes     | SHA-224, as bytes. | left(hex(SHA224('a')), 8) => 'ABD37534'
            SHA256                  | text -> bytes     | SHA-256, as bytes. | left(hex(SHA256('a')), 8) => 'CA978112'
            SHA384                  | text -> bytes     | SHA-384, as bytes. | left(hex(SHA384('a')), 8) => '54A59B9F'
            SHA512                  | text -> bytes     | SHA-512, as bytes. | left(hex(SHA512('a')), 8) => '1F40FC92'
            """;

    private HashFunctions() {}
}
