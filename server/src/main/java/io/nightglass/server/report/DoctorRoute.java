package io.nightglass.server.report;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.nightglass.boards.Asker;
import io.nightglass.boards.doctor.Doctor;
import io.nightglass.boards.doctor.Finding;
import io.nightglass.server.edge.Refusal;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET .../doctor/?format=json|text}: the pitfalls found in the events kept. */
public record DoctorRoute(Asker asker) implements Handler {

    @Override
    public void handle(Context ctx) {
        var format = ctx.queryParam("format");
        switch (format == null ? "json" : format) {
            case "json" -> ctx.contentType("application/json").result(json(new Doctor(asker).findings()));
            case "text" -> ctx.contentType("text/plain; charset=utf-8").result(text(new Doctor(asker).findings()));
            default ->
                throw Refusal.badField(
                        "format",
                        "invalid",
                        "'%s' is no format of the doctor; ask for json or text".formatted(Refusal.quoted(format)));
        }
    }

    private static String json(List<Finding> findings) {
        var json = JsonMapper.shared().createObjectNode();
        json.put("looked_for", Doctor.ids().size());
        var list = json.putArray("findings");
        for (var finding : findings) {
            list.addObject()
                    .put("pitfall", finding.id())
                    .put("title", finding.title())
                    .put("count", finding.count())
                    .put("example", finding.example())
                    .put("round_id", finding.round())
                    .put("advice", finding.advice());
        }
        return json.toPrettyString();
    }

    /** One paragraph each. Examples are data: what would move a terminal's cursor is left out. */
    private static String text(List<Finding> findings) {
        if (findings.isEmpty()) {
            return "None of the %d pitfalls is in the events kept.%n"
                    .formatted(Doctor.ids().size());
        }
        var text = new StringBuilder("%d of the %d pitfalls are in the events kept.%n"
                .formatted(findings.size(), Doctor.ids().size()));
        for (var finding : findings) {
            text.append("%n%s: %s%n".formatted(finding.id(), finding.title()))
                    .append("  found    %,d, for one %s%n".formatted(finding.count(), plain(finding.example())))
                    .append("  to do    %s%n".formatted(finding.advice()));
            if (finding.round() != null) {
                text.append("  look     nightglass trace %s%n".formatted(plain(finding.round())));
            }
        }
        return text.append("\ndocs/pitfalls.md explains each.\n").toString();
    }

    private static String plain(String data) {
        return data.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ");
    }
}
