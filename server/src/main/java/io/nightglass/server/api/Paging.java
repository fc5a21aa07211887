package io.nightglass.server.api;

import io.javalin.http.Context;
import io.nightglass.server.edge.Refusal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which part of a list was asked for: PostHog's {@code limit} and {@code offset}.
 *
 * @param limit at least 1
 */
record Paging(long limit, long offset) {
    private static final int USUAL = 100;

    static Paging of(Context ctx) {
        return new Paging(Math.max(1, number(ctx, "limit", USUAL)), number(ctx, "offset", 0));
    }

    /** {@code {"count","next","previous","results"}} of {@code all}; {@code json} writes those of this part only. */
    <T> ObjectNode page(Context ctx, List<T> all, Function<T, ? extends JsonNode> json) {
        var page = JsonMapper.shared().createObjectNode();
        page.put("count", all.size());
        page.put("next", offset + limit < all.size() ? address(ctx, offset + limit) : null);
        page.put("previous", offset > 0 ? address(ctx, Math.max(0, offset - limit)) : null);
        var results = page.putArray("results");
        all.stream().skip(offset).limit(limit).forEach(one -> results.add(json.apply(one)));
        return page;
    }

    /** Another part of the same list, as an address that keeps what else was asked. */
    private String address(Context ctx, long from) {
        var others = ctx.queryParamMap().entrySet().stream()
                .filter(asked ->
                        !asked.getKey().equals("limit") && !asked.getKey().equals("offset"))
                .flatMap(asked -> asked.getValue().stream().map(value -> pair(asked.getKey(), value)))
                .collect(Collectors.joining());
        return "%s://%s%s?limit=%d&offset=%d%s"
                .formatted(
                        ctx.scheme(),
                        Objects.requireNonNullElse(ctx.host(), "localhost"),
                        ctx.path(),
                        limit,
                        from,
                        others);
    }

    private static String pair(String name, @Nullable String value) {
        return "&" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(Objects.requireNonNullElse(value, ""), StandardCharsets.UTF_8);
    }

    private static long number(Context ctx, String name, int otherwise) {
        var text = ctx.queryParam(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("\\d{1,9}")) {
            throw Refusal.badField(name, "invalid", "'%s' is not a whole number".formatted(Refusal.quoted(text)));
        }
        return Long.parseLong(text);
    }
}
