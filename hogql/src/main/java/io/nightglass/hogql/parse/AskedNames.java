package io.nightglass.hogql.parse;

import java.util.AbstractMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values that have every name, and remember which were asked for. */
final class AskedNames extends AbstractMap<String, @Nullable Object> {
    private final Set<String> asked = new LinkedHashSet<>();

    List<String> names() {
        return List.copyOf(asked);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        asked.add(String.valueOf(name));
        return true;
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return null;
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return Set.of();
    }
}
