package io.nightglass.boards.rounds;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What made a score: scores of two scorers do not compare. A component not sent is null and may be anything. */
public record Scorer(
        @Nullable String metric,
        @Nullable String version,
        @Nullable String profile) {
    public static final Scorer UNKNOWN = new Scorer(null, null, null);

    /** Whether the scores of both compare, as far as is known. */
    public boolean agrees(Scorer other) {
        return agree(metric, other.metric) && agree(version, other.version) && agree(profile, other.profile);
    }

    /** What is known of the two together. */
    public Scorer and(Scorer other) {
        return new Scorer(known(metric, other.metric), known(version, other.version), known(profile, other.profile));
    }

    /** {@code scorer_version v2.3 → v2.4}: what of {@code before} is another thing now. */
    public String changedFrom(Scorer before) {
        var changes = new ArrayList<String>();
        say(changes, "metric", before.metric, metric);
        say(changes, "scorer_version", before.version, version);
        say(changes, "scorer_profile", before.profile, profile);
        return String.join(", ", changes);
    }

    private static void say(List<String> changes, String name, @Nullable String before, @Nullable String now) {
        if (!agree(before, now)) {
            changes.add("%s %s → %s".formatted(name, before, now));
        }
    }

    private static boolean agree(@Nullable String a, @Nullable String b) {
        return a == null || b == null || a.equals(b);
    }

    private static @Nullable String known(@Nullable String a, @Nullable String b) {
        return a == null ? b : Objects.requireNonNullElse(b, a);
    }
}
