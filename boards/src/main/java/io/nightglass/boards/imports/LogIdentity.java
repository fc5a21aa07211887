package io.nightglass.boards.imports;

import io.nightglass.catalog.Ulids;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The ids of a log's run and rounds, made from what is written in it, so that the same rows have the same ids whenever
 * and from wherever they are imported. A log is known by its columns and its first row, a row by what it says and by how
 * often that was said before. The ids carry no time of their own: ULIDs of 1970.
 *
 * @param log id of the log
 * @param rounds the ids of its rounds, in the order of its rows
 */
public record LogIdentity(String log, List<RoundId> rounds) {

    /** Ids of one round. */
    public record RoundId(String run, String round) {

        /** The uuid of its event of that name: one at most. */
        UUID event(String name) {
            return UUID.nameUUIDFromBytes((round + "/" + name).getBytes(StandardCharsets.UTF_8));
        }
    }

    public static LogIdentity of(ImportedLog log, LogOptions options) {
        var contents =
                log.rounds().stream().map(r -> content(log.table(), r.row())).toList();
        String first = contents.isEmpty() ? "" : contents.getFirst();
        String id = ulid("log", options.project(), options.client(), header(log.table()), first);
        var seen = new HashMap<String, Integer>();
        Map<String, String> runs = new HashMap<>();
        var rounds = new ArrayList<RoundId>();
        for (int i = 0; i < contents.size(); i++) {
            var session = log.columns().session(log.rounds().get(i).row());
            var run = runs.computeIfAbsent(session, s -> ulid("run", id, s));
            int occurrence = seen.merge(contents.get(i), 1, Integer::sum);
            rounds.add(new RoundId(run, ulid("round", id, contents.get(i), String.valueOf(occurrence))));
        }
        return new LogIdentity(id, List.copyOf(rounds));
    }

    /** Names of JSON logs come and go from line to line; their first row tells them apart. */
    private static String header(Table table) {
        return table.isJson() ? "" : String.join("\t", table.header());
    }

    private static String content(Table table, Row row) {
        var content = new StringBuilder();
        for (int i = 0; i < row.cells().size(); i++) {
            if (!row.cells().get(i).isEmpty()) {
                content.append(table.header().get(i))
                        .append('\u0001')
                        .append(row.cells().get(i))
                        .append('\u0002');
            }
        }
        return content.toString();
    }

    private static String ulid(String... parts) {
        return Ulids.of(Instant.EPOCH, String.join("\u0000", parts).getBytes(StandardCharsets.UTF_8));
    }
}
