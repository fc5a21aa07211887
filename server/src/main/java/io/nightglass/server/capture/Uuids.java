package io.nightglass.server.capture;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** UUIDs in all the spellings PostHog reads, and new ones that sort by time. */
final class Uuids {
    private static final Pattern HYPHENATED =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern SIMPLE =
            Pattern.compile("([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})");
    private static final int LENGTH = 36;

    private Uuids() {}

    /** Hyphenated, without hyphens, in braces, or as {@code urn:uuid:}; letter case does not matter. */
    static Optional<UUID> parse(String text) {
        if (text.length() > LENGTH + 9) {
            return Optional.empty();
        }
        String bare = text.toLowerCase(Locale.ROOT);
        if (bare.startsWith("urn:uuid:")) {
            bare = bare.substring("urn:uuid:".length());
        } else if (bare.startsWith("{") && bare.endsWith("}")) {
            bare = bare.substring(1, bare.length() - 1);
        }
        if (bare.length() == LENGTH) {
            return HYPHENATED.matcher(bare).matches() ? Optional.of(UUID.fromString(bare)) : Optional.empty();
        }
        var simple = SIMPLE.matcher(bare);
        return simple.matches() ? Optional.of(UUID.fromString(simple.replaceAll("$1-$2-$3-$4-$5"))) : Optional.empty();
    }

    /** A UUID of version 7: milliseconds of {@code now}, then chance (RFC 9562, 5.7). */
    static UUID at(Instant now) {
        var random = ThreadLocalRandom.current();
        long high = now.toEpochMilli() << 16 | 0x7000 | random.nextLong() & 0xFFF;
        long low = 0x8000_0000_0000_0000L | random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL;
        return new UUID(high, low);
    }
}
