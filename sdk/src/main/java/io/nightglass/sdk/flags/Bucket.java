package io.nightglass.sdk.flags;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Where somebody falls between 0 and 1 for a flag: the same place in every SDK and in PostHog itself. */
final class Bucket {
    /** Fifteen hexadecimal digits of ones, as a double. */
    private static final double SCALE = 0xFFFFFFFFFFFFFFFL;

    private static final int DIGITS_BITS = 60;

    private Bucket() {}

    /** {@code sha1(key + "." + id + salt)}, its first fifteen hexadecimal digits over the largest such number. */
    static double of(String key, String id, String salt) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + "." + id + salt).getBytes(UTF_8));
            long first = 0;
            for (int i = 0; i < Long.BYTES; i++) {
                first = first << Byte.SIZE | hash[i] & 0xff;
            }
            return (first >>> Long.SIZE - DIGITS_BITS) / SCALE;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
