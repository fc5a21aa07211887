package io.nightglass.catalog;

import com.github.f4b6a3.ulid.Ulid;
import com.github.f4b6a3.ulid.UlidCreator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;

/**
 * Ids of runs, rounds and steps: 26 characters that sort by the time they were made and need nobody's consent. Safe to
 * share.
 *
 * @see <a href="https://github.com/ulid/spec">the ULID specification</a>
 */
public final class Ulids {
    private Ulids() {}

    /** A new one; within a process each is greater than the one before. */
    public static String next() {
        return UlidCreator.getMonotonicUlid().toString();
    }

    /** The one that belongs to a moment (to the millisecond) and a seed of any length: the same for ever. */
    public static String of(Instant moment, byte[] seed) {
        return new Ulid(moment.toEpochMilli(), Arrays.copyOf(sha256(seed), Ulid.RANDOM_BYTES)).toString();
    }

    /** Whether {@code text} is one, in either case of letters. */
    public static boolean isUlid(String text) {
        return Ulid.isValid(text);
    }

    /**
     * When {@code ulid} was made.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Instant timeOf(String ulid) {
        return Ulid.from(ulid).getInstant();
    }

    private static byte[] sha256(byte[] seed) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(seed);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
