package io.nightglass.boards.imports;

import java.time.Instant;

/** When a round was, as far as anybody knows. */
public record RoundTime(Instant at, Source source) {

    /** What a time was taken from. */
    public enum Source {
        /** The commit the row names, reachable from a branch or tag. */
        GIT,
        /** The commit the row names, which only the object database still has. */
        REFLOG,
        /** A column of the log. */
        LOG,
        /** Nothing: the rows were spread. */
        UNKNOWN;

        public String wire() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
