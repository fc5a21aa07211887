package io.nightglass.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The small things beside the events. Any number of threads may share one; writes are durable when they return. */
public interface MetadataStore {

    /** Keeps a new annotation and returns it with its id. */
    Annotation annotate(Instant at, String content, @Nullable String author);

    /** Annotations with {@code from <= at < to}, by time. */
    List<Annotation> annotations(Instant from, Instant to);

    /** The value kept under {@code key}; null when none is. */
    @Nullable
    String setting(String key);

    /** Keeps {@code value}, not empty, under {@code key}, in place of what was there. */
    void keepSetting(String key, String value);

    /** A moment somebody marked: a vertical line on every time chart. */
    record Annotation(
            long id, Instant at, String content, @Nullable String author, Instant createdAt) {}
}
