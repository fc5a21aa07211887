package io.nightglass.boards.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Time axes over the nights when clocks change in Berlin: 29 March and 25 October 2026. */
class SummerTimeTest {
    @TempDir
    Path folder = Path.of(".");

    @Test
    void hasDaysOf23And25HoursAndNoEventTwice() {
        try (var pane = new AskedPane(folder, "Europe/Berlin", "2026-10-26T12:00:00Z")) {
            for (int hour = 0; hour < 4; hour++) {
                pane.said("2026-10-25T0%d:30:00Z".formatted(hour), "a", "e");
                pane.said("2026-03-29T0%d:30:00Z".formatted(hour), "a", "e");
            }
            pane.said("2026-10-24T21:59:59.999999Z", "b", "e").said("2026-10-24T22:00:00Z", "b", "e");
            pane.said("2026-10-25T22:59:59.999999Z", "b", "e").said("2026-10-25T23:00:00Z", "b", "e");
            var query =
                    "{'kind':'TrendsQuery','series':[{'event':'e'}],'interval':'%s','dateRange':{'date_from':'%s','date_to':'%s'}}";
            var autumn = pane.ask(query.formatted("day", "2026-10-24", "2026-10-26"));
            assertEquals("[1,6,1]", AskedPane.each(autumn, "data"));
            var hours = pane.ask(query.formatted("hour", "2026-10-25", "2026-10-25"));
            assertEquals("[1,0,1,1,1,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,1]", AskedPane.each(hours, "data"));
            assertEquals(
                    "\"2026-10-25 02:00:00\" \"2026-10-25 02:00:00\"",
                    hours.path("results").path(0).path("days").path(2) + " "
                            + hours.path("results").path(0).path("days").path(3));
            var spring = pane.ask(query.formatted("hour", "2026-03-29", "2026-03-29"));
            assertEquals("[0,1,1,1,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]", AskedPane.each(spring, "data"));
            var weeks = pane.ask(query.formatted("week", "2026-10-20", "2026-10-26"));
            assertEquals(
                    "[1,7] [\"2026-10-18\",\"2026-10-25\"]",
                    AskedPane.each(weeks, "data") + " " + AskedPane.each(weeks, "days"));
            var stuck = pane.ask(
                    "{'kind':'StickinessQuery','series':[{'event':'e'}],'interval':'hour','dateRange':{'date_from':'2026-10-25','date_to':'2026-10-25'}}");
            assertEquals("[0,1,0,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]", AskedPane.each(stuck, "data"));
        }
    }
}
