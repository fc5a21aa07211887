package io.nightglass.store.duckdb;

import io.nightglass.store.EventStore.Receipt;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One {@code append} on its way: its rows, and where its caller waits. */
record WaitingCall(List<PreparedRow> rows, long bytes, CompletableFuture<Receipt> answer) {

    static WaitingCall of(List<PreparedRow> rows) {
        long bytes = 0;
        for (var row : rows) {
            bytes += row.bytes();
        }
        return new WaitingCall(rows, bytes, new CompletableFuture<>());
    }
}
