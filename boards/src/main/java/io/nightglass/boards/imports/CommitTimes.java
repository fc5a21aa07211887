package io.nightglass.boards.imports;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** When the commits were made that a log names. */
public final class CommitTimes {
    /** No repository, no times. */
    public static final CommitTimes NONE = new CommitTimes(Map.of());

    private final NavigableMap<String, RoundTime> byHash;

    /** @param byHash by full hash, lower case */
    CommitTimes(Map<String, RoundTime> byHash) {
        this.byHash = new TreeMap<>(byHash);
    }

    /** The time of the only commit whose hash starts with {@code cell}; null when there is none, or more than one. */
    @Nullable
    RoundTime of(String cell) {
        if (!Git.isHash(cell)) {
            return null;
        }
        var found = byHash.subMap(cell, true, cell + 'g', false);
        return found.size() == 1 ? found.firstEntry().getValue() : null;
    }
}
