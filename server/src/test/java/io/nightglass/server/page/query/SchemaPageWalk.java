package io.nightglass.server.page.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.hogql.HogQl;
import io.nightglass.hogql.Scope;
import io.nightglass.hogql.function.Functions;
import io.nightglass.server.LivePane;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The schema page over real HTTP. */
class SchemaPageWalk {

    @TempDir
    private Path folder;

    @Test
    void everyNameOpensAQuestionThatCompiles() {
        try (var pane = LivePane.open(folder)) {
            pane.post("/batch", LivePane.batch("""
                    {"event":"e","distinct_id":"d","properties":{"my.own":1,"it's":"x","end":2,"ö\\\\":3}}"""));
            var tables = pane.store().tables();
            var scope = new Scope(tables, Map.of(), ZoneOffset.UTC, LivePane.NOW);
            int compiled = 0;
            for (var table : tables.all()) {
                HogQl.compile(Starter.of(table).text(), scope);
                for (var column : table.columns()) {
                    HogQl.compile(Starter.of(table, column).text(), scope);
                    compiled++;
                }
                for (var column : table.further()) {
                    HogQl.compile(Starter.of(table, column).text(), scope);
                    compiled++;
                }
            }
            for (var property : tables.properties()) {
                HogQl.compile(Starter.of(property).text(), scope);
                compiled++;
            }
            for (var function : Functions.all()) {
                HogQl.compile(Starter.of(function).text(), scope);
                compiled++;
            }
            assertTrue(compiled > 400, "only " + compiled);
        }
    }

    @Test
    void itSaysWhereAPropertysTypeComesFromAndFindsWhatIsLookedFor() {
        try (var pane = LivePane.open(folder)) {
            pane.post("/batch", LivePane.batch("""
                    {"event":"e","distinct_id":"d","properties":{"my_own_number":1}}"""));
            var all = pane.get("/schema").body();
            assertTrue(
                    all.contains(
                            "<code>my_own_number</code></a></td><td class=\"ty\">number<span class=\"from\">arrived"),
                    all);
            assertTrue(
                    all.contains(
                            "<code>$ai_latency</code></a></td><td class=\"ty\">number<span class=\"from\">catalog"),
                    all);
            assertTrue(all.contains("quantile(float)(number)"), "a function with its signature");
            var found = pane.get("/schema?q=MY_OWN").body();
            assertTrue(found.contains("data-find=\"my_own_number  \">"), found);
            assertTrue(found.contains("\" hidden><td><a href"), "what does not fit is there and hidden");
            assertTrue(found.contains("id=\"functions\" hidden>"), "a part without anything is not shown");
            assertTrue(pane.get("/schema?q=nothing+is+called+this").body().contains("id=\"none\">"), "said");
            assertEquals(200, pane.get("/schema?q=%22%3E").statusCode());
        }
    }
}
