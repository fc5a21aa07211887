package io.nightglass.store.duckdb;

/** The end of a thread of the store. */
final class Ending {
    private Ending() {}

    /** Returns when {@code thread} has ended; an interrupt meanwhile is kept for the caller to see. */
    static void of(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
