package io.nightglass.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.server.LivePane;
import java.nio.file.Path;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a question may name, as the API lists it. */
class SchemaWalk {
    private static final String[] KEY = {"Authorization", "Bearer " + LivePane.PERSONAL};

    @TempDir
    private Path folder;

    @Test
    void listsTablesPropertiesAndFunctions() {
        try (var pane = LivePane.open(folder)) {
            assertEquals(401, pane.get("/api/projects/@current/schema").statusCode());
            pane.post("/e/", LivePane.batch("""
                    {"event":"e","distinct_id":"u","properties":{"heard":1.5,"said":"x","score":1}}"""));
            var schema = LivePane.json(pane.get("/api/projects/@current/schema/", KEY));
            var events = named(schema.path("tables"), "events");
            assertEquals(
                    "String",
                    named(events.path("columns"), "event").path("type").asString());
            assertFalse(named(events.path("columns"), "event").path("nullable").asBoolean());
            var score = named(schema.path("properties"), "score");
            assertEquals(
                    "catalog Nullable(Float64)",
                    score.path("origin").asString() + " " + score.path("type").asString());
            assertTrue(score.path("events").toString().contains("round_scored"), score.toString());
            assertEquals(
                    "arrived Nullable(Float64)",
                    named(schema.path("properties"), "heard").path("origin").asString()
                            + " "
                            + named(schema.path("properties"), "heard")
                                    .path("type")
                                    .asString());
            assertEquals(
                    "Nullable(String)",
                    named(schema.path("properties"), "said").path("type").asString());
            var count = named(schema.path("functions"), "count");
            assertTrue(count.path("aggregate").asBoolean(), count.toString());
            assertTrue(count.path("signature").asString().startsWith("count("), count.toString());
        }
    }

    /** Whoever completes from the list writes queries that compile. */
    @Test
    void listsOnlyWhatCanBeAsked() {
        try (var pane = LivePane.open(folder)) {
            var schema = LivePane.json(pane.get("/api/environments/@current/schema", KEY));
            for (var table : schema.path("tables")) {
                var columns = new HashMap<String, String>();
                table.path("columns")
                        .forEach(column -> columns.put(
                                column.path("name").asString(),
                                column.path("type").asString()));
                var answer = pane.post(
                        "/api/projects/@current/query/",
                        "{\"query\":{\"kind\":\"HogQLQuery\",\"query\":\"SELECT `%s` FROM %s\"}}"
                                .formatted(
                                        String.join("`, `", columns.keySet()),
                                        table.path("name").asString()),
                        KEY);
                assertEquals(200, answer.statusCode(), answer.body());
                LivePane.json(answer)
                        .path("types")
                        .forEach(type -> assertEquals(
                                columns.get(type.path(0).asString()),
                                type.path(1).asString(),
                                type.toString()));
            }
        }
    }

    @Test
    void listsWhatIsAskedForByNameAndIsNotPartOfTheStar() {
        try (var pane = LivePane.open(folder)) {
            var schema = LivePane.json(pane.get("/api/projects/@current/schema", KEY));
            var events = named(schema.path("tables"), "events");
            assertEquals(
                    "Nullable(String)",
                    named(events.path("further"), "$session_id").path("type").asString());
            var types = new HashMap<String, String>();
            events.path("further")
                    .forEach(column -> types.put(
                            column.path("name").asString(), column.path("type").asString()));
            for (var name : types.keySet()) {
                var written = "`" + name.replace(".", "`.`") + "`";
                var answer = pane.post(
                        "/api/projects/@current/query/",
                        "{\"query\":{\"kind\":\"HogQLQuery\",\"query\":\"SELECT %s FROM events\"}}".formatted(written),
                        KEY);
                assertEquals(200, answer.statusCode(), name + answer.body());
                assertEquals(
                        types.get(name),
                        LivePane.json(answer).path("types").path(0).path(1).asString(),
                        name);
            }
            assertTrue(types.size() > 30, types.toString());
            assertTrue(pane.get("/schema?q=session_id").body().contains("<code>$session_id</code>"), "on the page too");
        }
    }

    private static JsonNode named(JsonNode list, String name) {
        for (var element : list) {
            if (element.path("name").asString().equals(name)) {
                return element;
            }
        }
        throw new AssertionError("no " + name + " in " + list);
    }
}
