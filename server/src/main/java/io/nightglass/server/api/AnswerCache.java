package io.nightglass.server.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The last answers, to stand in for the same question while nothing has arrived since and the clock has moved little. Safe
 * for threads.
 */
final class AnswerCache {
    private static final Duration OLDEST = Duration.ofMinutes(5);
    private static final int MOST = 100;

    /**
     * @param version what the store said of its rows before the question was run
     * @param json the whole answer
     */
    record Kept(long version, Instant at, byte[] json) {}

    private final InstantSource clock;
    private final long mostBytes;
    private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    AnswerCache(InstantSource clock, long mostBytes) {
        this.clock = clock;
        this.mostBytes = mostBytes;
    }

    /** The answer to the question {@code key}, if one of these rows is here. */
    synchronized Optional<Kept> find(String key, long version) {
        return Optional.ofNullable(kept.get(key))
                .filter(answer -> answer.version() == version)
                .filter(answer -> clock.instant().isBefore(answer.at().plus(OLDEST)));
    }

    synchronized void keep(String key, Kept answer) {
        if (answer.json().length > mostBytes / 4) {
            return; // would drive out too many others
        }
        var before = kept.put(key, answer);
        bytes += answer.json().length - (before == null ? 0 : before.json().length);
        var oldest = kept.entrySet().iterator();
        while (kept.size() > MOST || bytes > mostBytes) {
            bytes -= oldest.next().getValue().json().length;
            oldest.remove();
        }
    }
}
