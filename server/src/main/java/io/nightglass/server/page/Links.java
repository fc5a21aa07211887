package io.nightglass.server.page;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An address under way: a path and its filters. Immutable; a filter set to null or "" is left out. */
public record Links(String path, Map<String, String> filters) implements Content {

    public static Links to(String path) {
        return new Links(path, Map.of());
    }

    public static Links toRound(String id) {
        return to("/rounds/" + segment(id));
    }

    public static Links toRun(String id) {
        return to("/runs/" + segment(id));
    }

    /** The page of one model call. */
    public static Links toCall(UUID uuid) {
        return to("/generations/" + uuid);
    }

    public static Links toSession(String id) {
        return to("/sessions/" + segment(id));
    }

    private static String segment(String id) {
        return encoded(id).replace("+", "%20");
    }

    /** The same address with one filter set, or lifted by null. */
    public Links with(String name, @Nullable Object value) {
        var more = new LinkedHashMap<>(filters);
        if (value == null || value.toString().isEmpty()) {
            more.remove(name);
        } else {
            more.put(name, value.toString());
        }
        return new Links(path, more);
    }

    /** The same of one project; null is the rounds that name none. */
    public Links ofProject(@Nullable String project) {
        return project == null ? with("project", null).with("no", "project") : with("project", project);
    }

    /** What lies under this path. */
    public Links below(String name) {
        return new Links(path + "/" + name, filters);
    }

    public Links at(String other) {
        return new Links(other, filters);
    }

    /** As it stands in a page's {@code href}. */
    @Override
    public String toString() {
        return filters.isEmpty()
                ? path
                : filters.entrySet().stream()
                        .map(filter -> encoded(filter.getKey()) + "=" + encoded(filter.getValue()))
                        .collect(Collectors.joining("&", path + "?", ""));
    }

    /** Escaped like any text. */
    @Override
    public void writeTo(TemplateOutput output) {
        output.writeUserContent(toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
