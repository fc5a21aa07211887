package io.nightglass.store.duckdb;

import java.lang.System.Logger.Level;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.util.Locale;

/**
 * Lets threads that compute for long give way to those that answer captures. On Linux a thread has a niceness of its own,
 * which threads it starts inherit (setpriority(2), sched(7)); elsewhere it is the process's, and nothing is done.
 */
final class Nice {
    /** A tenth of the time of a thread at 0 while both want the same core, all of it otherwise. */
    private static final int NICENESS = 10;

    private static final int PRIO_PROCESS = 0;
    private static final int THIS_THREAD = 0;

    private Nice() {}

    /** For the calling thread, which must be one of the operating system's, and for those it starts. */
    static void giveWay() {
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).equals("linux")) {
            return;
        }
        try {
            var linker = Linker.nativeLinker();
            var setPriority = linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("setpriority"),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
            int _ = (int) setPriority.invokeExact(PRIO_PROCESS, THIS_THREAD, NICENESS);
        } catch (Throwable e) { // a thread that does not give way still does its work
            System.getLogger(Nice.class.getName()).log(Level.DEBUG, "threads keep their priority", e);
        }
    }
}
