package io.nightglass.store.duckdb;

import io.nightglass.store.journal.Journal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** What the journal still holds at start becomes pending again, but for what the tables have already. */
final class Replay implements Consumer<Journal.Entry> {
    private final Database database;
    private final long kept;
    private final Pending pending;

    /** A call that failed may lie in the journal beside its second try: the first of the two counts. */
    private final Set<UUID> met = new HashSet<>();

    /** The uuids of rows up to {@link #kept}, each with its lowest number: in the tables, or of a call that failed. */
    private final Map<UUID, Long> earlier = new HashMap<>();

    /** @param kept the highest number in the tables */
    Replay(Database database, long kept, Pending pending) {
        this.database = database;
        this.kept = kept;
        this.pending = pending;
    }

    @Override
    public void accept(Journal.Entry entry) {
        var rows = new ArrayList<KeptRow>();
        for (int i = 0; i < entry.rows().size(); i++) {
            long seq = entry.firstSeq() + i;
            if (seq <= kept) {
                earlier.putIfAbsent(RowCodec.uuid(entry.rows().get(i)), seq);
            } else {
                var row = RowCodec.decode(entry.rows().get(i));
                if (met.add(row.uuid()) && !isInTables(row.uuid())) {
                    rows.add(new KeptRow(seq, row));
                }
            }
        }
        pending.add(rows);
    }

    /** Of a call that failed and lies in the journal all the same, an earlier start may have moved the rows. */
    private boolean isInTables(UUID uuid) {
        var first = earlier.get(uuid);
        if (first == null) {
            return false;
        }
        try (var connection = database.connection();
                var statement = connection.prepareStatement(
                        "SELECT count(*) FROM events WHERE seq BETWEEN ? AND ? AND uuid = ?::UUID")) {
            statement.setLong(1, first);
            statement.setLong(2, kept);
            statement.setString(3, uuid.toString());
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1) > 0;
            }
        } catch (SQLException e) {
            throw Engine.problem(e);
        }
    }
}
