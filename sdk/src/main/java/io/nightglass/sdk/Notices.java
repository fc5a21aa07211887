package io.nightglass.sdk;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * What the SDK has to say of itself, each thing once and not a thousand times. The first words of a sentence are what it
 * is about; the same matter is heard again only after it was said to be over, or after others.
 */
final class Notices implements Consumer<String> {
    private static final System.Logger LOG = System.getLogger("io.nightglass.sdk");
    private static final int ABOUT = 24;

    private final Consumer<String> listener;
    private final ConcurrentHashMap<String, Long> said = new ConcurrentHashMap<>();

    Notices(Consumer<String> listener) {
        this.listener = listener;
    }

    /** To the logger {@code io.nightglass.sdk}, as warnings. */
    static Notices toLog() {
        return new Notices(text -> LOG.log(System.Logger.Level.WARNING, "Nightglass: {0}", text));
    }

    @Override
    public void accept(String text) {
        var about = text.substring(0, Math.min(ABOUT, text.length()));
        boolean isEnd = text.startsWith("delivering again") || text.startsWith("the disk takes events again");
        if (isEnd) {
            said.clear();
            listener.accept(text);
        } else if (said.merge(about, 1L, Long::sum) == 1) {
            listener.accept(text);
        }
    }
}
