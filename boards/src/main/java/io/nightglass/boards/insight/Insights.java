package io.nightglass.boards.insight;

import io.nightglass.hogql.Scope;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/** Every kind of question that is data, and what reads it. To add one: a line here. */
public final class Insights {
    private static final Map<String, BiFunction<Fields, Scope, AskedQuery>> KINDS = Map.of("TrendsQuery", Trends::of);

    private Insights() {}

    /** The kinds, in alphabetical order. */
    public static Set<String> kinds() {
        return new TreeSet<>(KINDS.keySet());
    }

    /**
     * The question that {@code query}, an object whose kind is one of {@link #kinds()}, asks.
     *
     * @throws BadFieldException when a field of it cannot be understood, or would be left out of account
     * @throws io.nightglass.hogql.QueryException when HogQL in it is wrong
     */
    public static AskedQuery of(JsonNode query, Scope scope) {
        var fields = Fields.of(query, "");
        var kind = fields.text("kind", "");
        var reader = KINDS.get(kind);
        if (reader == null) {
            throw fields.bad("kind", "%s is not known here".formatted(BadFieldException.quoted(kind)));
        }
        return reader.apply(fields, scope);
    }
}
