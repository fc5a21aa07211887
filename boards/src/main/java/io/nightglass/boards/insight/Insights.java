package io.nightglass.boards.insight;

import io.nightglass.hogql.Scope;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Every kind of question that is data, and what reads it. To add one: a line here. */
public final class Insights {
    /** Reads a question. @param cells how a cell of a row is written in JSON */
    private interface Kind {
        AskedQuery of(Fields query, Scope scope, Function<@Nullable Object, JsonNode> cells);
    }

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("EventsQuery", EventsList::of),
            Map.entry("ActorsQuery", ActorsList::of),
            Map.entry("PersonsNode", ActorsList::of),
            Map.entry("TracesQuery", Traces::many),
            Map.entry("TraceQuery", Traces::one),
            Map.entry("DatabaseSchemaQuery", (query, scope, cells) -> DatabaseSchema.of(query, scope)),
            Map.entry("TrendsQuery", (query, scope, cells) -> Trends.of(query, scope)),
            Map.entry("FunnelsQuery", (query, scope, cells) -> Funnels.of(query, scope)),
            Map.entry("RetentionQuery", (query, scope, cells) -> Retention.of(query, scope)),
            Map.entry("StickinessQuery", (query, scope, cells) -> Stickiness.of(query, scope)),
            Map.entry("LifecycleQuery", (query, scope, cells) -> Lifecycle.of(query, scope)));

    private Insights() {}

    /** The kinds, in alphabetical order. */
    public static Set<String> kinds() {
        return new TreeSet<>(KINDS.keySet());
    }

    /**
     * The question that {@code query}, an object whose kind is one of {@link #kinds()}, asks.
     *
     * @param cells how a cell of a row is written in JSON
     * @throws BadFieldException when a field of it cannot be understood, or would be left out of account
     * @throws io.nightglass.hogql.QueryException when HogQL in it is wrong
     */
    public static AskedQuery of(JsonNode query, Scope scope, Function<@Nullable Object, JsonNode> cells) {
        var fields = Fields.of(query, "", new Writings(0));
        var kind = fields.text("kind", "");
        var reader = KINDS.get(kind);
        if (reader == null) {
            throw fields.bad("kind", "%s is not known here".formatted(BadFieldException.quoted(kind)));
        }
        return reader.of(fields, scope, cells);
    }
}
