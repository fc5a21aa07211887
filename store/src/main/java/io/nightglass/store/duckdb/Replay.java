package io.nightglass.store.duckdb;

import io.nightglass.store.journal.Journal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** What the journal still holds at start becomes pending again, but for what the tables have already. */
final class Replay implements Consumer<Journal.Entry> {
    private final long kept;
    private final Pending pending;

    /** A call that failed may lie in the journal beside its second try: the first of the two counts. */
    private final Set<UUID> met = new HashSet<>();

    /** @param kept the highest number in the tables */
    Replay(long kept, Pending pending) {
        this.kept = kept;
        this.pending = pending;
    }

    @Override
    public void accept(Journal.Entry entry) {
        if (entry.lastSeq() <= kept) {
            return;
        }
        var rows = new ArrayList<KeptRow>();
        for (int i = 0; i < entry.rows().size(); i++) {
            long seq = entry.firstSeq() + i;
            if (seq > kept) {
                var row = RowCodec.decode(entry.rows().get(i));
                if (met.add(row.uuid())) {
                    rows.add(new KeptRow(seq, row));
                }
            }
        }
        pending.add(rows);
    }
}
