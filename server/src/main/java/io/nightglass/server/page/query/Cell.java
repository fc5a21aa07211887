package io.nightglass.server.page.query;

import io.nightglass.server.page.Links;
import org.jspecify.annotations.Nullable;

/**
 * One cell of an answer as the page shows it.
 *
 * @param whole the exact value, when {@code text} is shorter; else null
 * @param link where it leads; null for nowhere
 */
public record Cell(
        String text,
        Look look,
        @Nullable String whole,
        @Nullable Links link) {

    /** How it is written. */
    public enum Look {
        /** No value: {@code null}, visibly. */
        NOTHING,
        /** The same among numbers. */
        NO_NUMBER,
        NUMBER,
        TEXT,
        /** An id, a moment, a list, JSON: what is read letter by letter. */
        CODE
    }

    /** The class of its table cell; null for plain text. */
    public @Nullable String css() {
        return switch (look) {
            case NOTHING -> "null";
            case NO_NUMBER -> "num null";
            case NUMBER -> "num";
            case TEXT -> null;
            case CODE -> "id";
        };
    }
}
