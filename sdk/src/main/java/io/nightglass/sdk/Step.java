package io.nightglass.sdk;

import io.nightglass.catalog.Ulids;
import io.nightglass.catalog.event.StepToolCalled;
import io.nightglass.catalog.event.StepToolReturned;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tool at work: {@code step.tool_called} when it begins, {@code step.tool_returned} when it ends, once, with the same
 * {@code step_id}. Belongs to one thread.
 */
public final class Step implements AutoCloseable {
    private static final double NANOS_PER_MS = 1e6;

    private final Voice voice;
    private final String tool;
    private final String id = Ulids.next();
    private final long begun = System.nanoTime();
    private boolean isOver;
    private @Nullable String error;

    Step(Voice voice, String tool, Map<String, ?> arguments) {
        this.voice = voice;
        this.tool = tool;
        voice.say(
                new StepToolCalled(id, tool, arguments.isEmpty() ? null : EventWriter.json(arguments), null), Map.of());
    }

    /** Its ULID. */
    public String id() {
        return id;
    }

    /** What went wrong; null while nothing did. */
    public @Nullable String error() {
        return error;
    }

    /** It worked. @param result whose size is said: bytes of a byte array, else of its text; null for none */
    public void returned(@Nullable Object result) {
        end(true, size(result), null);
    }

    /** It did not. */
    public void failed(Throwable why) {
        end(false, null, why.toString());
    }

    /** It did not, in words. */
    public void failed(String why) {
        end(false, null, why);
    }

    /** Left without a word: something went wrong that nobody caught. */
    @Override
    public void close() {
        end(false, null, "left without a result");
    }

    private void end(boolean ok, @Nullable Long bytes, @Nullable String why) {
        if (isOver) {
            return;
        }
        isOver = true;
        error = why;
        double ms = (System.nanoTime() - begun) / NANOS_PER_MS;
        voice.say(new StepToolReturned(id, tool, ok, ms, bytes, why), Map.of());
    }

    private static @Nullable Long size(@Nullable Object result) {
        if (result == null) {
            return null;
        }
        if (result instanceof byte[] bytes) {
            return (long) bytes.length;
        }
        return result instanceof CharSequence text
                ? (long) text.toString().getBytes(StandardCharsets.UTF_8).length
                : null;
    }
}
