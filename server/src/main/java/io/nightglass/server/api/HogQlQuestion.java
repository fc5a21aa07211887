package io.nightglass.server.api;

import io.nightglass.boards.insight.AskedQuery;
import io.nightglass.boards.insight.QueryFilters;
import io.nightglass.hogql.HogQl;
import io.nightglass.hogql.Scope;
import io.nightglass.server.edge.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A HogQLQuery: a text, and what its braces stand for. {@code {name}} is one of {@code values}, {@code {variables.name}} one
 * of {@code variables} by its {@code code_name}, {@code {filters}} the condition that {@code filters} are.
 */
final class HogQlQuestion {
    private HogQlQuestion() {}

    static AskedQuery of(JsonNode query, Scope scope) {
        if (!query.path("query").isString()) {
            throw Refusal.badField("query", "required", "the query has no text; put HogQL into query.query");
        }
        var values = new HashMap<>(Placeholders.of("values", query.path("values")));
        values.putIfAbsent("variables", variables(query.path("variables")));
        var text = query.path("query").stringValue();
        var filters = QueryFilters.of(query.path("filters"), text, scope);
        values.putIfAbsent("filters", filters.condition());
        var filled = new Scope(scope.tables(), values, scope.zone(), scope.now());
        var compiled = filters.placing(() -> HogQl.compile(text, filled));
        return new AskedQuery(List.of(compiled), tables -> QueryAnswer.of(compiled, tables.getFirst()));
    }

    /** {@code {"<id>": {"code_name", "variableId", "value", "isNull"}}} by code name; the last of a name counts. */
    private static Map<String, @Nullable Object> variables(JsonNode sent) {
        if (!sent.isMissingNode() && !sent.isNull() && !sent.isObject()) {
            throw Refusal.badField("variables", "invalid_input", "variables is no object; write {\"id\": {...}}");
        }
        var variables = new HashMap<String, @Nullable Object>();
        for (var entry : sent.properties()) {
            var variable = entry.getValue();
            var name = variable.path("code_name").asString("");
            if (name.isEmpty()) {
                throw Refusal.badField(
                        "variables",
                        "required",
                        "variable '%s' has no code_name".formatted(Refusal.quoted(entry.getKey())));
            }
            boolean isNull = variable.path("isNull").asBoolean(false);
            variables.put(name, isNull ? null : Placeholders.value("variables." + name, variable.path("value")));
        }
        return variables;
    }
}
