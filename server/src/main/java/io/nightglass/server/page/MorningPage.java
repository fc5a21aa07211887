package io.nightglass.server.page;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.nightglass.boards.Asker;
import io.nightglass.boards.Night;
import io.nightglass.boards.morning.LoopNight;
import io.nightglass.boards.morning.Morning;
import io.nightglass.boards.morning.MorningReader;
import io.nightglass.boards.rounds.Incident;
import io.nightglass.boards.rounds.RoundFilter;
import io.nightglass.boards.rounds.Rounds;
import io.nightglass.boards.rounds.Scorers;
import io.nightglass.server.page.format.Score;
import io.nightglass.server.page.format.Times;
import io.nightglass.store.MetadataStore;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code GET /?night=2026-05-14}: what the loops did that night; without a night, the last one. */
record MorningPage(Asker asker, MetadataStore metadata, View view) implements Handler {

    @Override
    public void handle(Context ctx) {
        var asked = new Asked(ctx);
        var date = asked.date("night");
        var reader = new MorningReader(asker, metadata);
        var morning = date == null ? reader.latest() : reader.read(new Night(date, asker.zone()));
        var axis = Axis.of(morning);
        var times = new Times(asker.zone());
        var title = "Morning, night of " + Times.shortDay(morning.night().date());
        view.write(
                ctx,
                "morning.jte",
                new MorningView(
                        view.frame(title, Frame.Part.MORNING),
                        morning,
                        Headline.of(morning, times),
                        axis,
                        morning.loops().stream()
                                .filter(loop -> loop.ran() || !loop.history().isEmpty() || loop.project() != null)
                                .map(loop -> row(loop, morning, axis))
                                .toList(),
                        times,
                        behind(morning),
                        runs(morning),
                        scorers(morning),
                        morning.loops().isEmpty() && morning.lastRun() == null,
                        asked.problems()));
    }

    private Map<Incident, MorningView.Behind> behind(Morning morning) {
        var night = morning.night();
        var rounds = new Rounds(asker);
        var links = new EnumMap<Incident, MorningView.Behind>(Incident.class);
        for (var incident : Incident.values()) {
            var filter = RoundFilter.between(night.start(), night.end()).having(incident);
            long met = rounds.count(filter);
            if (met > 0) {
                var link = Links.to("/rounds").with("night", night.date()).with("with", incident.wire());
                links.put(incident, new MorningView.Behind(met, link));
            }
        }
        return links;
    }

    private Map<String, Long> runs(Morning morning) {
        var rounds = new Rounds(asker);
        var runs = new HashMap<String, Long>();
        for (var stop : morning.stops()) {
            if (stop.run() != null) {
                runs.computeIfAbsent(stop.run(), run -> rounds.count(RoundFilter.ALL.inRun(run)));
            }
        }
        return runs;
    }

    private List<String> scorers(Morning morning) {
        var night = morning.night();
        var scorers = new Scorers(asker, night.start(), night.end());
        return morning.ran().stream()
                .flatMap(loop -> scorers.changes(loop.project(), loop.rounds()).stream()
                        .map(change -> MorningView.named(loop.project()) + ": " + change))
                .toList();
    }

    private static MorningView.Loop row(LoopNight loop, Morning morning, Axis axis) {
        var date = morning.night().date();
        return new MorningView.Loop(
                loop,
                Strip.of(loop, axis),
                Sparkline.of(loop.history(), loop.best().direction(), date),
                new Score(loop.best().metric()),
                Links.to("/rounds").with("night", date).ofProject(loop.project()));
    }
}
