package io.nightglass.boards.morning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that was different from the night before. */
public sealed interface Change {
    /** When; for code, the first round that ran it. */
    Instant at();

    /** Somebody wrote it down. */
    record Annotated(Instant at, String content, @Nullable String author) implements Change {}

    /** A loop ran other code. */
    record Code(Instant at, @Nullable String project, String from, String to) implements Change {}
}
