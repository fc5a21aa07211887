package io.nightglass.store;

import java.time.Duration;

/** What can keep a store from its work, and whose fault that is. */
public sealed interface StoreProblem {
    /** More arrives than is kept; nothing of the call was. */
    record Overloaded(Duration retryAfter) implements StoreProblem {}

    /** The disk has no room; nothing of the call was kept, and reads go on. */
    record DiskFull(Duration retryAfter) implements StoreProblem {}

    /** Another process owns the folder. */
    record FolderTaken(String folder, long ownerPid) implements StoreProblem {}

    /** The query ran into its time limit. */
    record TimedOut(Duration limit) implements StoreProblem {}

    /** The query needs more memory than it may have, to compute or to hold its answer. */
    record TooLarge(long limitBytes) implements StoreProblem {}

    /** The engine refused a query our printer wrote, or the file is damaged. */
    record Broken(String what) implements StoreProblem {}

    /** One sentence for a person, with what to do; never a path of the file system except the folder named at start. */
    default String advice() {
        return switch (this) {
            case Overloaded(var after) ->
                "more events arrive than can be kept; send again in %d s".formatted(after.toSeconds());
            case DiskFull(var after) ->
                "the disk is full; free some space and send again in %d s".formatted(after.toSeconds());
            case FolderTaken(var folder, var pid) ->
                "%s is in use by process %d; stop it or choose another folder with --data".formatted(folder, pid);
            case TimedOut(var limit) ->
                "the query took longer than %d s; narrow the time range or add a filter".formatted(limit.toSeconds());
            case TooLarge(var limit) ->
                "the query needs more than %d MB; narrow the time range, select fewer columns or add a LIMIT"
                        .formatted(limit >> 20);
            case Broken(var what) -> what;
        };
    }
}
