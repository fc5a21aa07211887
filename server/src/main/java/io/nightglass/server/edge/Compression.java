package io.nightglass.server.edge;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the query parameter {@code compression} says about a body. gzip shows by itself, so only LZString matters. */
enum Compression {
    TOLD_BY_BODY,
    LZ64;

    /** @throws Refusal 400 for a name nobody knows */
    static Compression named(@Nullable String parameter) {
        if (parameter == null) {
            return TOLD_BY_BODY;
        }
        return switch (parameter.toLowerCase(Locale.ROOT)) {
            case "", "none", "gzip", "gzip-js", "base64" -> TOLD_BY_BODY;
            case "lz64", "lz-string" -> LZ64;
            default ->
                throw Refusal.badRequest("unknown compression '%s'; send gzip-js, base64, lz64 or none"
                        .formatted(Refusal.quoted(parameter)));
        };
    }
}
