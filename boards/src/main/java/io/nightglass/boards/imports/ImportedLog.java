package io.nightglass.boards.imports;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One log, read and understood.
 *
 * @param metric the metric of most rounds, null when the log has none
 * @param problem why the file is no log, or null
 */
public record ImportedLog(
        Path path,
        Table table,
        Columns columns,
        @Nullable String metric,
        DirectionChoice choice,
        List<LogRound> rounds,
        @Nullable String problem) {

    /** Whether its rounds can become events: every one that has a score knows which way is better. */
    public boolean isReady() {
        return problem == null && rounds.stream().noneMatch(r -> r.score() != null && r.direction() == null);
    }
}
