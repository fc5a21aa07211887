package io.nightglass.sdk;

/**
 * What a {@code flush} or {@code close} came to, since it began.
 *
 * @param delivered events the host has taken
 * @param left events that still wait
 * @param refused events the host refused for good
 * @param isKept whether what is left survives the end of the process
 */
public record Delivery(long delivered, long left, long refused, boolean isKept) {
    /** Whether nothing waits any more. */
    public boolean isComplete() {
        return left == 0;
    }
}
