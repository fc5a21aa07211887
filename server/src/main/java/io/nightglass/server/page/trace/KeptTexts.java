package io.nightglass.server.page.trace;

import io.nightglass.boards.trace.Kind;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * For how long texts of model calls are kept, for pages that would show them.
 *
 * @param days null for ever
 */
public record KeptTexts(@Nullable Integer days, InstantSource clock) {

    /** Says that the text of {@code open} is not kept any more, when it is older, may have had some and has none. */
    public @Nullable String gone(OpenNode open) {
        var kind = open.item().kind();
        if (days == null || !open.said().isEmpty() || (kind != Kind.CALL && kind != Kind.SPAN)) {
            return null;
        }
        var oldest = clock.instant().minus(Duration.ofDays(days));
        return open.item().event().at().isBefore(oldest)
                ? "Text no longer kept (retention %d days).".formatted(days)
                : null;
    }
}
