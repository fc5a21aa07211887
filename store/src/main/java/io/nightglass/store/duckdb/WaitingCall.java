package io.nightglass.store.duckdb;

import io.nightglass.store.EventStore.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One {@code append} on its way: its rows, and where its caller waits.
 *
 * @param encoded the rows as the journal keeps them, in the same order
 * @param bytes about what all of it weighs
 */
record WaitingCall(List<PreparedRow> rows, List<byte[]> encoded, long bytes, CompletableFuture<Receipt> answer) {

    /** Encodes on the caller's thread, since the writer is one for all. */
    static WaitingCall of(List<PreparedRow> rows) {
        long bytes = 0;
        var encoded = new ArrayList<byte[]>(rows.size());
        for (var row : rows) {
            var one = RowCodec.encode(row);
            encoded.add(one);
            bytes += row.bytes() + one.length;
        }
        return new WaitingCall(rows, encoded, bytes, new CompletableFuture<>());
    }
}
