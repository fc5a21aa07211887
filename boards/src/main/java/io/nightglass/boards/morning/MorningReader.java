package io.nightglass.boards.morning;

import io.nightglass.boards.Asker;
import io.nightglass.boards.Night;
import io.nightglass.boards.Row;
import io.nightglass.boards.rounds.Round;
import io.nightglass.boards.rounds.RoundFilter;
import io.nightglass.boards.rounds.Rounds;
import io.nightglass.catalog.Direction;
import io.nightglass.store.MetadataStore;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks the store for a morning. Safe to share; {@link #read} blocks for about nine queries. */
public record MorningReader(Asker asker, MetadataStore metadata) {
    private static final int HISTORY = 30;

    /** A project's name as a key: "" for none. */
    private static final String NONE = "";

    public Morning read(Night night) {
        var first = new Night(night.date().minusDays(HISTORY - 1L), night.zone());
        var recent = byProject(new Rounds(asker).all(RoundFilter.between(first.start(), night.end())));
        var figures = new NightFigures(asker, night);
        var bests = figures.bests();
        var stops = figures.stops();
        var counts = figures.counts();
        var regressions = figures.regressions();
        var money = figures.money();
        Stream.of(stops, counts, regressions, money)
                .flatMap(of -> of.keySet().stream())
                .forEach(project -> recent.computeIfAbsent(project, p -> new ArrayList<>()));
        var loops = new ArrayList<LoopNight>();
        recent.forEach((project, rounds) -> {
            var best = bests.getOrDefault(project, new Best(Direction.MAXIMIZE, null, null, null));
            loops.add(new LoopNight(
                    project.equals(NONE) ? null : project,
                    rounds.stream()
                            .filter(round -> !round.at().isBefore(night.start()))
                            .toList(),
                    best,
                    NightBest.of(rounds, best.direction(), night.zone()),
                    stops.getOrDefault(project, List.of()),
                    regressions.getOrDefault(project, List.of()),
                    money.getOrDefault(project, NightMoney.NONE),
                    counts.getOrDefault(project, new LoopNight.Counts(0, 0, 0, 0))));
        });
        return new Morning(
                night, List.copyOf(loops), changes(night, loops, figures), lastEvent(loops), figures.lastRun());
    }

    /** The last finished night; before noon the one under way, once it has rounds (docs/decisions/0008). */
    public Morning latest() {
        var now = asker.clock().instant();
        var morning = read(Night.last(now, asker.zone()));
        boolean early = LocalTime.ofInstant(now, asker.zone()).isBefore(LocalTime.NOON);
        return early && morning.ran().isEmpty() ? read(morning.night().before()) : morning;
    }

    private List<Change> changes(Night night, List<LoopNight> loops, NightFigures figures) {
        var changes = new ArrayList<Change>();
        metadata.annotations(night.start(), night.end())
                .forEach(a -> changes.add(new Change.Annotated(a.at(), a.content(), a.author())));
        Map<String, String> before = figures.codeBefore();
        for (var loop : loops) {
            @Nullable String running = before.get(key(loop.project()));
            for (var round : loop.rounds()) {
                var sha = round.who().gitSha();
                if (sha != null && running != null && !sha.equals(running)) {
                    changes.add(new Change.Code(round.at(), loop.project(), running, sha));
                }
                running = sha == null ? running : sha;
            }
        }
        changes.sort(Comparator.comparing(Change::at));
        return List.copyOf(changes);
    }

    private static @Nullable Instant lastEvent(List<LoopNight> loops) {
        return loops.stream()
                .flatMap(loop -> loop.rounds().stream())
                .map(round -> round.times().last())
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static TreeMap<String, List<Round>> byProject(List<Round> rounds) {
        var projects = new TreeMap<String, List<Round>>();
        rounds.forEach(round -> projects.computeIfAbsent(key(round.who().project()), p -> new ArrayList<>())
                .add(round));
        return projects;
    }

    static String key(@Nullable String project) {
        return Objects.requireNonNullElse(project, NONE);
    }

    /** Rows by project, in their order. */
    static <T> Map<String, List<T>> group(List<Row> rows, java.util.function.Function<Row, T> read) {
        var groups = new HashMap<String, List<T>>();
        rows.forEach(row -> groups.computeIfAbsent(key(row.text("project")), p -> new ArrayList<>())
                .add(read.apply(row)));
        return groups;
    }
}
