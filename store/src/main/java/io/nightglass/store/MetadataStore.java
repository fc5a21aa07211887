package io.nightglass.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The small things beside the events. Any number of threads may share one; writes are durable when they return. */
public interface MetadataStore {

    /** Keeps a new annotation of the whole pane and returns it with its id. */
    default Annotation annotate(Instant at, String content, @Nullable String author) {
        return annotate(new Note(at, content, author, "USR", "project", null, null));
    }

    /** Keeps a new annotation and returns it with its id. */
    Annotation annotate(Note note);

    /** Annotations with {@code from <= at < to} that are not deleted, by time. */
    List<Annotation> annotations(Instant from, Instant to);

    /** The annotation of that id, a deleted one too. */
    Optional<Annotation> annotation(long id);

    /**
     * Puts what {@code change} makes of the annotation in its place; no other change comes between. Empty when there is
     * none of that id.
     *
     * @param deleted whether it is to be hidden, or shown again; null leaves that as it is
     */
    Optional<Annotation> change(long id, @Nullable Boolean deleted, UnaryOperator<Note> change);

    /** The value kept under {@code key}; null when none is. */
    @Nullable
    String setting(String key);

    /** Keeps {@code value}, not empty, under {@code key}, in place of what was there. */
    void keepSetting(String key, String value);

    /**
     * What somebody says about a moment.
     *
     * @param creation {@code USR}, or {@code GIT} for a commit
     * @param scope what it is about, in PostHog's words
     * @param dashboardItem the insight it is about; null for others
     * @param dashboard the dashboard it is about; null for others
     */
    record Note(
            Instant at,
            String content,
            @Nullable String author,
            String creation,
            String scope,
            @Nullable Long dashboardItem,
            @Nullable Long dashboard) {}

    /** A moment somebody marked: a vertical line on every time chart. */
    record Annotation(long id, Note note, Instant createdAt, Instant updatedAt, boolean deleted) {
        public Instant at() {
            return note.at();
        }

        public String content() {
            return note.content();
        }

        public @Nullable String author() {
            return note.author();
        }
    }
}
