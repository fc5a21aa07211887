package io.nightglass.server.otlp;

import io.nightglass.server.edge.Refusal;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * A span, whichever way it was written.
 *
 * @param ids where it hangs
 * @param start nanoseconds since 1970, unsigned; 0 when not said
 * @param end the same
 * @param attributes the resource's, overlaid by its own
 * @param resource the resource's alone
 */
record OtelSpan(Ids ids, String name, long start, long end, Status status, ObjectNode attributes, ObjectNode resource) {

    /** @param parent "" at the top of a trace */
    record Ids(String trace, String span, String parent) {
        private static final Pattern TRACE = Pattern.compile("[0-9a-f]{32}");
        private static final Pattern SPAN = Pattern.compile("[0-9a-f]{16}");
        private static final Pattern ZEROS = Pattern.compile("0*");

        /** @throws Refusal 400 when one is not what OpenTelemetry makes ids of */
        static Ids of(String trace, String span, String parent) {
            var ids = new Ids(lower(trace), lower(span), lower(parent));
            if (!TRACE.matcher(ids.trace).matches() || isZero(ids.trace)) {
                throw Refusal.badRequest(
                        "a span's trace id is '%s', not 16 bytes; nothing was kept".formatted(Refusal.quoted(trace)));
            }
            if (!SPAN.matcher(ids.span).matches() || isZero(ids.span)) {
                throw Refusal.badRequest(
                        "a span's id is '%s', not 8 bytes; nothing was kept".formatted(Refusal.quoted(span)));
            }
            if (isZero(ids.parent)) {
                return new Ids(ids.trace, ids.span, "");
            }
            if (!SPAN.matcher(ids.parent).matches()) {
                throw Refusal.badRequest(
                        "a span's parent id is '%s', not 8 bytes; nothing was kept".formatted(Refusal.quoted(parent)));
            }
            return ids;
        }

        private static boolean isZero(String id) {
            return ZEROS.matcher(id).matches();
        }

        private static String lower(String id) {
            return id.toLowerCase(Locale.ROOT);
        }
    }

    /** @param message "" when it says none; that of its last exception when it has one */
    record Status(boolean isError, String message) {}
}
