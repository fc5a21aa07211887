package io.nightglass.server.api;

import io.nightglass.server.edge.Refusal;
import io.nightglass.store.MetadataStore.Note;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a caller says about a moment. What is not sent stays as it is.
 *
 * @param clock when is now, for a moment not given
 * @param zone of a time that names none
 */
public record AnnotationReader(InstantSource clock, ZoneId zone) {
    static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final int LONGEST_CONTENT = 8192;
    private static final int LONGEST_NAME = 200;
    private static final List<String> CREATIONS = List.of("USR", "GIT");
    private static final List<String> SCOPES = List.of("dashboard_item", "dashboard", "project", "organization");

    Note read(JsonNode body) {
        return read(body, new Note(clock.instant(), "", null, "USR", "project", null, null));
    }

    Note read(JsonNode body, Note before) {
        var content = text(body, "content", LONGEST_CONTENT);
        var author = text(body, "author", LONGEST_NAME);
        return new Note(
                marker(body.path("date_marker"), before.at()),
                content == null ? before.content() : content,
                author == null ? before.author() : author.isBlank() ? null : author,
                choice(body, "creation_type", CREATIONS, before.creation()),
                choice(body, "scope", SCOPES, before.scope()),
                id(body, "dashboard_item", before.dashboardItem()),
                id(body, "dashboard_id", before.dashboard()));
    }

    /** null when it was not sent; "" for null. */
    private static @Nullable String text(JsonNode body, String field, int longest) {
        var sent = body.path(field);
        if (sent.isMissingNode()) {
            return null;
        }
        if (sent.isContainer() || sent.isBoolean()) {
            throw Refusal.badField(field, "invalid", "Not a valid string.");
        }
        var text = sent.isNull() ? "" : sent.asString();
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            throw Refusal.badField(
                    field,
                    "max_length",
                    "Ensure this field has no more than %d characters. It has %d.".formatted(longest, length));
        }
        return text;
    }

    private static String choice(JsonNode body, String field, List<String> choices, String before) {
        var sent = body.path(field);
        if (sent.isMissingNode()) {
            return before;
        }
        var text = sent.isString() ? sent.stringValue() : sent.toString();
        if (!choices.contains(text)) {
            throw Refusal.badField(
                    field,
                    "invalid_choice",
                    "\"%s\" is not a valid choice. Choose from %s."
                            .formatted(Refusal.quoted(text), String.join(", ", choices)));
        }
        return text;
    }

    private static @Nullable Long id(JsonNode body, String field, @Nullable Long before) {
        var sent = body.path(field);
        if (sent.isMissingNode()) {
            return before;
        }
        if (sent.isNull()) {
            return null;
        }
        if (!sent.isIntegralNumber() || !sent.canConvertToLong()) {
            throw Refusal.badField(field, "invalid", "A valid integer is required.");
        }
        return sent.longValue();
    }

    private Instant marker(JsonNode sent, Instant before) {
        if (sent.isMissingNode() || sent.isNull()) {
            return before;
        }
        var text = sent.isString() ? sent.stringValue().strip() : sent.toString();
        try {
            var moment = moment(text.replaceFirst("(?<=\\d) (?=\\d)", "T"));
            if (!moment.isBefore(EARLIEST) && moment.isBefore(LATEST)) {
                return moment;
            }
        } catch (DateTimeException e) {
            // said below, like a moment out of range
        }
        throw Refusal.badField(
                "date_marker",
                "invalid",
                "'%s' is not a time like 2026-01-01T00:00:00Z".formatted(Refusal.quoted(text)));
    }

    /** With an offset; without one, by the clock on the pane's wall; a date alone is its midnight there. */
    private Instant moment(String text) {
        if (text.length() == 10) {
            return LocalDate.parse(text).atStartOfDay(zone).toInstant();
        }
        boolean offset = text.matches(".*(?:[Zz]|[+-]\\d\\d:?\\d\\d)");
        return offset
                ? OffsetDateTime.parse(text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"))
                        .toInstant()
                : LocalDateTime.parse(text).atZone(zone).toInstant();
    }
}
