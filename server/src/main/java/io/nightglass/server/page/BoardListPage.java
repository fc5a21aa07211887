package io.nightglass.server.page;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.nightglass.boards.Asker;
import io.nightglass.boards.Behind;
import io.nightglass.boards.Board;
import io.nightglass.boards.Boards;
import io.nightglass.boards.Night;
import io.nightglass.boards.Spent;
import io.nightglass.boards.morning.Leak;
import io.nightglass.boards.morning.LoopNight;
import io.nightglass.boards.morning.Morning;
import io.nightglass.boards.morning.MorningReader;
import io.nightglass.boards.morning.Stop;
import io.nightglass.boards.rounds.Round;
import io.nightglass.boards.rounds.RoundFilter;
import io.nightglass.boards.rounds.Rounds;
import io.nightglass.catalog.Verdict;
import io.nightglass.server.page.format.Count;
import io.nightglass.server.page.format.Money;
import io.nightglass.server.page.format.Times;
import io.nightglass.store.MetadataStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** {@code GET /boards}: every question with last night's answer. */
public record BoardListPage(Asker asker, MetadataStore metadata, View view) implements Handler {
    private static final int NIGHTS = 30;

    /** @param isEmpty whether the pane has no event of any round at all */
    public record Model(Frame frame, String night, List<Line> lines, boolean isEmpty) {}

    /** @param spark of 120 by 20; "" when there is nothing to draw */
    public record Line(Board board, List<Headline.Phrase> answer, Polyline spark, String drawn) {}

    @Override
    public void handle(Context ctx) {
        var morning = new MorningReader(asker, metadata).latest();
        var night = morning.night();
        var first = new Night(night.date().minusDays(NIGHTS - 1L), night.zone());
        var nights = byNight(new Rounds(asker).all(RoundFilter.between(first.start(), night.end())), first);
        var lines = new ArrayList<Line>();
        for (var board : Boards.ALL) {
            lines.add(
                    switch (board.table().mark()) {
                        case FUNNEL ->
                            new Line(
                                    board,
                                    leak(morning),
                                    spark(nights, BoardListPage::scoredShare),
                                    "share of rounds scored, by night");
                        case TREND ->
                            new Line(
                                    board,
                                    improved(morning),
                                    spark(nights, BoardListPage::kept),
                                    "rounds kept, by night");
                        case MONEY -> new Line(board, spent(board, morning), Polyline.of(List.of()), "");
                        case BARS -> new Line(board, escalated(board, morning), Polyline.of(List.of()), "");
                        case GLYPHS -> new Line(board, stopped(board, morning), Polyline.of(List.of()), "");
                        case HEAT, MATRIX, WEEKS, PAIRS -> new Line(board, table(board), Polyline.of(List.of()), "");
                    });
        }
        var frame = view.frame("Boards", Frame.Part.BOARDS);
        boolean isEmpty = morning.loops().isEmpty() && morning.lastRun() == null;
        view.write(ctx, "boards.jte", new Model(frame, Times.shortDay(night.date()), lines, isEmpty));
    }

    private static List<Headline.Phrase> leak(Morning morning) {
        return morning.ran().stream()
                .flatMap(loop -> loop.funnel().worstBeforeVerdict().stream().map(lost -> new Loss(loop, lost)))
                .max(Comparator.comparingLong(loss -> loss.lost.lost()))
                .map(loss -> loss.sentence(morning.night()))
                .orElse(said(morning.ran().isEmpty() ? "nothing ran" : "no round was lost before its verdict"));
    }

    private record Loss(LoopNight loop, Leak.Lost lost) {
        List<Headline.Phrase> sentence(Night night) {
            long base = loop.funnel().reached().get(lost.place() - 2);
            var rounds = Links.to("/rounds").with("night", night.date()).ofProject(loop.project());
            return List.of(
                    new Headline.Phrase(lost.step() + ": ", null),
                    new Headline.Phrase(Count.of(lost.lost()), rounds.with("lost", lost.place())),
                    new Headline.Phrase(" of ", null),
                    new Headline.Phrase(Count.of(base), rounds.with("step", lost.place() - 1)),
                    new Headline.Phrase(
                            " %s rounds lost".formatted(loop.project() == null ? "unnamed" : loop.project()), null));
        }
    }

    private static List<Headline.Phrase> spent(Board board, Morning morning) {
        var all = Spent.NOTHING;
        for (var loop : morning.loops()) {
            all = all.plus(loop.money().all());
        }
        return List.of(
                new Headline.Phrase(Money.inWords(all), behind(board, morning, Behind.MONEY)),
                new Headline.Phrase(" spent", null));
    }

    private static List<Headline.Phrase> escalated(Board board, Morning morning) {
        long all = morning.loops().stream()
                .mapToLong(loop -> loop.counts().escalations())
                .sum();
        return all == 0
                ? said("no escalation")
                : List.of(new Headline.Phrase(Count.of(all, "escalation"), behind(board, morning, Behind.ESCALATIONS)));
    }

    private static List<Headline.Phrase> stopped(Board board, Morning morning) {
        var phrases = new ArrayList<Headline.Phrase>();
        var stops =
                morning.loops().stream().flatMap(loop -> loop.stops().stream()).toList();
        for (var reason : Stop.byReason(stops)) {
            var name = reason.reason() == null ? "no reason" : reason.reason();
            phrases.add(new Headline.Phrase(phrases.isEmpty() ? "" : ", ", null));
            phrases.add(new Headline.Phrase(
                    "%s %s".formatted(Count.of(reason.stops()), name),
                    behind(board, morning, Behind.STOPS)
                            .with("reason", reason.reason() == null ? "-" : reason.reason())));
        }
        return phrases.isEmpty() ? said("nothing stopped") : phrases;
    }

    private static Links behind(Board board, Morning morning, Behind what) {
        var night = morning.night().date();
        return Links.to("/boards/" + board.id() + "/behind")
                .with("from", night)
                .with("to", night)
                .with("bucket", "night")
                .with("what", what.wire());
    }

    private static List<Headline.Phrase> table(Board board) {
        return List.of(new Headline.Phrase("the last 30 days", Links.to("/boards/" + board.id())));
    }

    private static List<Headline.Phrase> said(String words) {
        return List.of(new Headline.Phrase(words, null));
    }

    private static List<Headline.Phrase> improved(Morning morning) {
        long better = morning.ran().stream()
                .filter(loop -> loop.state() == LoopNight.State.IMPROVED || loop.state() == LoopNight.State.FIRST)
                .count();
        if (morning.ran().isEmpty()) {
            return said("nothing ran");
        }
        var loops = "%d of %d loops".formatted(better, morning.ran().size());
        var page = Links.to("/").with("night", morning.night().date());
        return List.of(new Headline.Phrase(loops, page), new Headline.Phrase(" improved", null));
    }

    private static List<List<Round>> byNight(List<Round> rounds, Night first) {
        var nights = new TreeMap<java.time.LocalDate, List<Round>>();
        first.date().datesUntil(first.date().plusDays(NIGHTS)).forEach(date -> nights.put(date, new ArrayList<>()));
        for (var round : rounds) {
            var date = Night.of(round.at(), first.zone()).date();
            nights.computeIfAbsent(date, d -> new ArrayList<>()).add(round);
        }
        return List.copyOf(nights.values());
    }

    private static Polyline spark(List<List<Round>> nights, ToDoubleFunction<List<Round>> figure) {
        var values = nights.stream()
                .map(night -> night.isEmpty() ? null : figure.applyAsDouble(night))
                .toList();
        return Polyline.of(values);
    }

    private static double scoredShare(List<Round> rounds) {
        return (double) rounds.stream()
                        .filter(round -> round.times().scored() != null)
                        .count()
                / rounds.size();
    }

    private static double kept(List<Round> rounds) {
        return rounds.stream().filter(round -> round.verdict() == Verdict.KEPT).count();
    }
}
