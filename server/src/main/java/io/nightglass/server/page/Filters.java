package io.nightglass.server.page;

import io.nightglass.boards.Asker;
import io.nightglass.boards.BoardQuery;
import io.nightglass.boards.rounds.RoundFilter;
import io.nightglass.boards.rounds.Rounds;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The filters of a board as its form shows them. */
public record Filters(BoardQuery query, Rounds.Choices choices, boolean byDay, LocalDate today) {

    /** Those of a request: the last 30 days, by night, unless it says others. */
    public static Filters of(Asked asked, Asker asker) {
        return of(asked, asker, "day".equals(asked.text("bucket")));
    }

    /** The same, by day unless it says nights: as the answer of a board is. */
    public static Filters byDay(Asked asked, Asker asker) {
        return of(asked, asker, !"night".equals(asked.text("bucket")));
    }

    /** The same, whatever they say, by day. */
    Filters days() {
        return new Filters(query, choices, true, today);
    }

    private static Filters of(Asked asked, Asker asker, boolean byDay) {
        var usual = BoardQuery.lastDays(asker.today());
        var from = asked.date("from");
        var to = asked.date("to");
        var last = to == null ? usual.to() : to;
        var first = from == null ? last.minusDays(29) : from;
        if (first.isAfter(last)) {
            asked.problem("%s is after %s, so the two were exchanged.".formatted(first, last));
            var early = last;
            last = first;
            first = early;
        }
        var query = new BoardQuery(first, last, asked.text("project"), asked.text("client"));
        return new Filters(query, new Rounds(asker).choices(), byDay, asker.today());
    }

    /** These filters at another address. */
    public Links at(String path) {
        return Links.to(path)
                .with("from", query.from())
                .with("to", query.to())
                .with("project", query.project())
                .with("client", query.client())
                .with("bucket", byDay ? "day" : null);
    }

    /** The scored rounds of one project on a day or in a night. */
    public Links scored(@Nullable String project, LocalDate day) {
        var rounds = Links.to("/rounds").ofProject(project).with("client", query.client());
        var dated = byDay ? rounds.with("from", day).with("to", day) : rounds.with("night", day);
        return dated.with("by", RoundFilter.Clock.SCORED.wire());
    }

    public Links rounds() {
        return at("/rounds").with("bucket", null);
    }
}
