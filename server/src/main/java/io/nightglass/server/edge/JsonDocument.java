package io.nightglass.server.edge;

import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;

/**
 * One JSON document as it came, read the tolerant way: any name, strings and numbers of any length, NaN and infinities
 * as null (posthog-python sends them), lone surrogates as U+FFFD, the last of duplicate names.
 *
 * @param root an object or array
 * @param size bytes of all of it
 * @param largestElement bytes of the largest element of a list that is the root or a field of it; 0 without such a list
 */
public record JsonDocument(JsonNode root, long size, long largestElement) {
    /** Levels of arrays and objects, the root being the first. */
    public static final int DEEPEST = 1_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .build();

    /**
     * Reads {@code in} to its end, so that a checksum behind the document is verified too.
     *
     * @throws Refusal 400 when it is not one JSON document, 413 or 503 when it holds too much
     */
    static JsonDocument read(InputStream in, Budget.Lease lease) throws IOException {
        // Through a reader: Jackson's byte parser has no way to give a name that holds half a surrogate pair.
        var text = new Utf8Reader(in);
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            var document = new TreeReader(parser, text, lease).read();
            JsonToken next = parser.nextToken();
            if (next != null) {
                throw Refusal.badRequest("the JSON document is followed by something else");
            }
            return document;
        } catch (StreamConstraintsException e) {
            throw Refusal.badRequest("the JSON is nested deeper than %d levels".formatted(DEEPEST));
        } catch (StreamReadException e) {
            throw notJson(e);
        } catch (JacksonIOException e) {
            throw e.getCause() == null ? new IOException(e) : e.getCause();
        }
    }

    private static Refusal notJson(StreamReadException e) {
        var at = e.getLocation();
        return Refusal.badRequest("not valid JSON at line %d, column %d: %s"
                .formatted(at.getLineNr(), at.getColumnNr(), Refusal.quoted(firstLine(e.getOriginalMessage()))));
    }

    /** The parser's sentence without what it says about itself. */
    private static String firstLine(String message) {
        return message.replaceFirst("(?s)( \\(start marker)? at \\[Source.*|\n.*", "");
    }
}
