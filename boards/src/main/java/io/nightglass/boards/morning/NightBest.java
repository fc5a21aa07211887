package io.nightglass.boards.morning;

import io.nightglass.boards.Night;
import io.nightglass.boards.rounds.Round;
import io.nightglass.catalog.Direction;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** The best score of one night. */
public record NightBest(LocalDate night, double best, long rounds) {

    /** One per night that has a score, by date. */
    public static List<NightBest> of(Collection<Round> rounds, Direction direction, ZoneId zone) {
        var nights = new TreeMap<LocalDate, NightBest>();
        for (var round : rounds) {
            var score = round.score();
            if (score != null) {
                var date = Night.of(round.at(), zone).date();
                nights.merge(
                        date,
                        new NightBest(date, score, 1),
                        (a, b) -> new NightBest(
                                date, direction.beats(b.best, a.best) ? b.best : a.best, a.rounds + b.rounds));
            }
        }
        return List.copyOf(nights.values());
    }
}
