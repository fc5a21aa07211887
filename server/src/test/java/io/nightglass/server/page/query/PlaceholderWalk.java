package io.nightglass.server.page.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.server.LivePane;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Placeholders, the layout and the tree beside the editor, without any script. */
class PlaceholderWalk {
    @TempDir
    private Path folder;

    @Test
    void eachPlaceholderHasAFieldAndItsValueStandsInTheAddress() {
        try (var pane = LivePane.open(folder)) {
            var text = "SELECT {a} AS a, {variables.b} + 1 AS b, {list} AS l, {off} AS o, {gone} AS g";
            var asked = "/query?q=" + encoded(text)
                    + "&v.a=it's+%3Cb%3E&v.variables.b=41&t.variables.b=number&v.list=x,y&t.list=list&v.off=true"
                    + "&t.off=true/false&v.gone=&t.gone=null";
            var page = pane.get(asked);
            assertEquals(200, page.statusCode(), page.body());
            assertTrue(page.body().contains("<td>it's &lt;b&gt;</td><td class=\"num\">42</td>"), page.body());
            assertTrue(page.body().contains("[\"x\",\"y\"]"), page.body());
            assertTrue(page.body().contains("name=\"v.variables.b\" value=\"41\""), page.body());
            assertTrue(page.body().contains("<option selected>number</option>"), page.body());
            var csv = pane.get(asked + "&format=csv");
            assertEquals("a,b,l,o,g", csv.body().lines().findFirst().orElse(""));
        }
    }

    @Test
    void aPlaceholderWithoutValueIsShownAndSaid() {
        try (var pane = LivePane.open(folder)) {
            var page = pane.get("/query?q=" + encoded("SELECT {x} FROM events WHERE {filters}"));
            assertEquals(400, page.statusCode());
            assertTrue(page.body().contains("no value for placeholder {x} at 7"), page.body());
            assertTrue(page.body().contains("name=\"v.x\""), page.body());
            assertFalse(page.body().contains("name=\"v.filters\""), "what is no value has no field");
            var wrong = pane.get("/query?q=" + encoded("SELECT {x}") + "&v.x=1o&t.x=number");
            assertEquals(400, wrong.statusCode());
            assertTrue(wrong.body().contains("the value of {x}, '1o', is no number"), wrong.body());
        }
    }

    @Test
    void theLinkOfAQuestionBringsItsValuesBack() {
        var question = new Question(
                "SELECT {a}, {b}",
                List.of(new Given("a", Given.Kind.TEXT, ""), new Given("b", Given.Kind.NUMBER, "1")));
        assertEquals(
                "/query?t.a=text&v.b=1&t.b=number&q=SELECT+%7Ba%7D%2C+%7Bb%7D",
                question.link().toString());
    }

    @Test
    void aQueryIsLaidOutWithItsCommentsAndPlaceholders() {
        try (var pane = LivePane.open(folder)) {
            var page = pane.get("/query?view=format&v.x=1&q="
                    + encoded("-- how many?\nselect count() from events -- all\nwhere event = {x}"));
            assertEquals(200, page.statusCode());
            assertTrue(page.body().contains("""
                            -- how many?
                            SELECT count()
                            FROM events -- all
                            WHERE event = {x}</textarea>"""), page.body());
            assertTrue(page.body().contains("Not run, only formatted"), page.body());
            var wrong = pane.get("/query?view=format&q=" + encoded("select 1 from"));
            assertEquals(400, wrong.statusCode());
            assertTrue(wrong.body().contains("Line 1, column 14"), wrong.body());
        }
    }

    @Test
    void tablesSayHowManyRowsTheyHave() {
        try (var pane = LivePane.open(folder)) {
            pane.post("/batch", LivePane.batch("""
                    {"event":"e","distinct_id":"d"},{"event":"f","distinct_id":"d"}"""));
            var page = pane.get("/query").body();
            assertTrue(page.contains("<span>events</span><span class=\"ty\">2</span>"), page);
            assertTrue(page.contains("<span>rounds</span><span class=\"ty\">0</span>"), page);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
