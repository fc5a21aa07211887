package io.nightglass.store;

import java.time.Duration;

/** What can keep a store from its work, and whose fault that is. */
public sealed interface StoreProblem {
    /** More arrives than is kept; nothing of the call was. */
    record Overloaded(Duration retryAfter) implements StoreProblem {}

    /** The disk has no room; nothing of the call was kept, and reads go on. */
    record DiskFull(Duration retryAfter) implements StoreProblem {}

    /** Rounds, runs and costs are being made anew from all events; what is asked of {@code events} alone is answered. */
    record Recounting(long done, long events, Duration retryAfter) implements StoreProblem {}

    /** Another process owns the folder. */
    record FolderTaken(String folder, long ownerPid) implements StoreProblem {}

    /** The query ran into its time limit. */
    record TimedOut(Duration limit) implements StoreProblem {}

    /** The query needs more memory to compute than all queries together may have. */
    record TooHeavy(long limitBytes) implements StoreProblem {}

    /** The answer is longer than an answer may be. */
    record TooLong(long limitBytes) implements StoreProblem {}

    /** Whoever asked does not wait for the answer any more. */
    record Cancelled() implements StoreProblem {}

    /** The engine does not take what our printer made of a query that had been checked. The log has both. */
    record Mistranslated() implements StoreProblem {}

    /** The engine failed, or the file is damaged. */
    record Broken(String what) implements StoreProblem {}

    /** One sentence for a person, with what to do; never a path of the file system except the folder named at start. */
    default String advice() {
        return switch (this) {
            case Overloaded(var after) ->
                "more events arrive than can be kept; send again in %d s".formatted(after.toSeconds());
            case DiskFull(var after) ->
                "the disk is full; free some space and send again in %d s".formatted(after.toSeconds());
            case Recounting(var done, var events, var after) ->
                "rounds, runs and costs are being counted anew for this version: %,d of %,d events so far; events are taken meanwhile; ask again in %d s"
                        .formatted(done, events, after.toSeconds());
            case FolderTaken(var folder, var pid) ->
                "%s is in use by process %d; stop it or choose another folder with --data".formatted(folder, pid);
            case TimedOut(var limit) ->
                "the query took longer than its limit of %d s; narrow the time range or add a filter"
                        .formatted(limit.toSeconds());
            case TooHeavy(var limit) ->
                "the query needs more than the limit of %d MB of memory; narrow the time range or select fewer columns"
                        .formatted(limit >> 20);
            case TooLong(var limit) ->
                "the answer is longer than the limit of %d MB; select fewer columns or add a LIMIT"
                        .formatted(limit >> 20);
            case Cancelled() -> "the query was cancelled";
            case Mistranslated() ->
                "the query is right, but this pane cannot run it yet: its mistake, not yours, and its log says more;"
                        + " until that is mended, write it another way";
            case Broken(var what) -> what;
        };
    }
}
