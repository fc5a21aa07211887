package io.nightglass.sdk.spool;

import java.io.IOException;
import java.util.List;

/** A line of events that wait, read by one thread. */
public interface Journal {
    /**
     * The next events, oldest first; empty when there are none. What was taken is not taken again, so the reader has to
     * bring it to an end itself.
     *
     * @param maxBytes of JSON; a single event may be larger
     */
    List<Stored> take(int maxEvents, long maxBytes);

    /**
     * The whole batch that was taken last is delivered, or refused for good: it does not wait any more.
     *
     * @throws IOException when that could not be noted; it is sent again at the next start then
     */
    void delivered(List<Stored> batch) throws IOException;

    /** Events that wait, those taken and not yet delivered among them. */
    long waiting();

    /** Events that could not be read back, as far as read. */
    long lost();

    /**
     * Gives it up: what waits on disk is for the next process. An empty one takes its folder with it.
     */
    void release() throws IOException;
}
