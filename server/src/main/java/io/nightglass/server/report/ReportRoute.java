package io.nightglass.server.report;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.nightglass.boards.Asker;
import io.nightglass.boards.Night;
import io.nightglass.boards.morning.Morning;
import io.nightglass.boards.morning.MorningReader;
import io.nightglass.boards.morning.ReportJson;
import io.nightglass.server.edge.Refusal;
import io.nightglass.store.MetadataStore;
import java.time.DateTimeException;
import java.time.LocalDate;

/** {@code GET .../report/?night=2026-05-14&format=json|text|md}: the numbers of the first page. */
public record ReportRoute(Asker asker, MetadataStore metadata) implements Handler {

    @Override
    public void handle(Context ctx) {
        var format = ctx.queryParam("format");
        switch (format == null ? "json" : format) {
            case "json" ->
                ctx.contentType("application/json")
                        .result(ReportJson.of(morning(ctx)).toPrettyString());
            case "text" ->
                ctx.contentType("text/plain; charset=utf-8").result(ReportText.of(morning(ctx), ReportText.Form.TEXT));
            case "md" ->
                ctx.contentType("text/markdown; charset=utf-8")
                        .result(ReportText.of(morning(ctx), ReportText.Form.MARKDOWN));
            default ->
                throw Refusal.badField(
                        "format",
                        "invalid",
                        "'%s' is no format of the report; ask for json, text or md".formatted(Refusal.quoted(format)));
        }
    }

    private Morning morning(Context ctx) {
        var reader = new MorningReader(asker, metadata);
        var night = ctx.queryParam("night");
        return night == null || night.isEmpty() ? reader.latest() : reader.read(new Night(date(night), asker.zone()));
    }

    private static LocalDate date(String text) {
        try {
            var date = LocalDate.parse(text);
            if (date.getYear() >= 1970 && date.getYear() <= 9000) {
                return date;
            }
        } catch (DateTimeException e) {
            // said below, like a year out of range
        }
        throw Refusal.badField(
                "night", "invalid", "'%s' of night is no date; write YYYY-MM-DD".formatted(Refusal.quoted(text)));
    }
}
