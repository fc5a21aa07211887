package io.nightglass.store;

import io.nightglass.hogql.CheckedQuery;
import io.nightglass.hogql.Tables;
import java.time.Duration;
import java.util.List;

/**
 * Keeps events and answers checked queries over them. Any number of threads may share one store; every method blocks.
 *
 * <p>A store promises, and {@code EventStoreContract} proves: rows are durable when {@link #append} returns; a uuid seen
 * again within 24 hours of its first receipt or among the last 20 million events, whichever is shorter, adds nothing,
 * also after a restart; {@code rounds}, {@code runs} and {@code persons} agree with {@code events} in every answer,
 * whatever the order of arrival.
 */
public interface EventStore extends AutoCloseable {

    /**
     * Keeps every row or, on failure, none. Returns after the rows are on disk.
     *
     * @throws StoreException with {@link StoreProblem.Overloaded} or {@link StoreProblem.DiskFull} when nothing was kept
     *     and the same rows may be sent again later
     */
    Receipt append(List<EventRow> rows);

    /** Answers {@code query} from one snapshot: rows appended meanwhile are not seen. */
    Table query(CheckedQuery query, Limits limits);

    /** Answers them all, one after the other and within one time, from one snapshot. */
    List<Table> query(List<CheckedQuery> queries, Limits limits);

    /**
     * How {@code query} would be answered, in the engine's own words, line by line: for people who wonder why it is slow.
     * Nothing is read for it. Holds the query's names and constants, and no path.
     */
    List<String> explain(CheckedQuery query, Limits limits);

    /** What can be asked now: tables, columns, and the properties that arrived beyond the catalog's. */
    Tables tables();

    /** A number that stays the same as long as every query has the same answer: it grows with each row kept, and when texts have gone. */
    long version();

    /**
     * Returns when the store has answered a question that costs nothing. Waits for no query, append or checkpoint.
     *
     * @throws StoreException {@link StoreProblem.TimedOut} after {@code longest}, or what keeps it from answering
     */
    void check(Duration longest);

    /** Flushes and lets go of the folder. Closing twice is harmless. */
    @Override
    void close();

    /**
     * What became of one {@link #append}.
     *
     * @param kept rows that were new
     * @param duplicates rows whose uuid was already kept, or came twice in the same call
     */
    record Receipt(int kept, int duplicates) {}
}
