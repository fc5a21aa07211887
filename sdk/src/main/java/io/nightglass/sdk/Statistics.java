package io.nightglass.sdk;

/**
 * What became of the events so far, as counts. Those of earlier processes that this one sends are in {@code takenOver},
 * {@code delivered} and {@code waiting} too.
 *
 * @param tracked events {@code track} was called with
 * @param delivered taken by the host
 * @param waiting in the spool
 * @param refused the host does not take them; they stand in the dead-letter file
 * @param droppedByHook a {@link BeforeSend} dropped them on purpose
 * @param failedInHook a {@link BeforeSend} threw
 * @param tooLarge above {@link Config#maxEventBytes()}
 * @param droppedForRoom the spool was full
 * @param unsent there was nobody to send to, or it was closed already
 * @param takenOver found waiting from earlier processes
 * @param lost of earlier processes, damaged on disk
 * @param retries requests that had to be made again
 */
public record Statistics(
        long tracked,
        long delivered,
        long waiting,
        long refused,
        long droppedByHook,
        long failedInHook,
        long tooLarge,
        long droppedForRoom,
        long unsent,
        long takenOver,
        long lost,
        long retries) {}
