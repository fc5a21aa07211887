package io.nightglass.server.page.runs;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.nightglass.boards.Asker;
import io.nightglass.boards.Night;
import io.nightglass.boards.morning.MorningReader;
import io.nightglass.boards.rounds.RoundFilter;
import io.nightglass.boards.rounds.Rounds;
import io.nightglass.boards.runs.Run;
import io.nightglass.boards.runs.RunCourse;
import io.nightglass.boards.runs.Runs;
import io.nightglass.server.page.Asked;
import io.nightglass.server.page.Frame;
import io.nightglass.server.page.Links;
import io.nightglass.server.page.View;
import io.nightglass.server.page.format.Times;
import io.nightglass.store.MetadataStore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /compare?run=A&with=B} or {@code ?night=A&with=B}: two side by side, the earlier first. Without {@code with},
 * the one before.
 */
public record ComparePage(Asker asker, MetadataStore metadata, View view) implements Handler {
    private static final int CHOICES = 60;

    /** One of the two. @param values as many as there are figures */
    public record Side(String title, Links link, List<String> values) {}

    /** A figure of both. */
    public record Line(String name, String first, String second) {
        public boolean differs() {
            return !first.equals(second);
        }
    }

    /** Something else to compare with. */
    public record Choice(String value, String label) {}

    /**
     * @param kind {@code run} or {@code night}, the name of what is compared in the address
     * @param asked what the other is compared with
     * @param sides none when there is nothing to compare
     */
    public record Model(
            Frame frame,
            String kind,
            String asked,
            List<Side> sides,
            List<Line> lines,
            List<Choice> choices,
            @Nullable String chosen,
            List<String> problems) {}

    @Override
    public void handle(Context ctx) {
        var asked = new Asked(ctx);
        var run = asked.text("run");
        view.write(ctx, "runs/compare.jte", run == null ? nights(asked) : runs(asked, run));
    }

    private Model nights(Asked asked) {
        var reader = new MorningReader(asker, metadata);
        var date = asked.date("night");
        var other = asked.date("with");
        var one = date == null ? reader.latest() : reader.read(new Night(date, asker.zone()));
        var two = reader.read(other == null ? one.night().before() : new Night(other, asker.zone()));
        boolean turned = two.night().date().isAfter(one.night().date());
        var names = NightFigureText.names(List.of(one, two));
        var sides = List.of(
                NightFigureText.side(turned ? one : two, names), NightFigureText.side(turned ? two : one, names));
        var choices = new ArrayList<Choice>();
        for (int back = 1; back <= CHOICES; back++) {
            var day = one.night().date().minusDays(back);
            choices.add(new Choice(day.toString(), Times.day(day)));
        }
        return new Table(new Base("night", one.night().date().toString()), names, sides, choices)
                .of(asked, two.night().date().toString());
    }

    private Model runs(Asked asked, String id) {
        var runs = new Runs(asker);
        var one = runs.named(id).orElse(null);
        if (one == null) {
            asked.problem("There is no run " + id + ".");
            return new Table(new Base("run", id), List.of(), List.of(), List.of()).of(asked, null);
        }
        var with = asked.text("with");
        var two = with == null ? runs.before(one) : runs.named(with);
        if (two.isEmpty()) {
            asked.problem(with == null ? "No run of this loop came before it." : "There is no run " + with + ".");
        }
        var times = new Times(asker.zone());
        var choices = runs.page(one.project(), 1, CHOICES).stream()
                .filter(run -> !run.id().equals(id))
                .map(run -> new Choice(
                        run.id(),
                        "%s, %d rounds"
                                .formatted(
                                        times.moment(run.times().started()),
                                        run.tally().rounds())))
                .toList();
        var sides = new ArrayList<Side>();
        two.ifPresent(run -> sides.add(side(run, times)));
        sides.add(side(one, times));
        if (sides.size() == 2
                && two.orElseThrow().times().started().isAfter(one.times().started())) {
            sides.add(sides.removeFirst());
        }
        return new Table(new Base("run", id), RunFigureText.NAMES, sides, choices)
                .of(asked, two.map(Run::id).orElse(null));
    }

    private Side side(Run run, Times times) {
        var rounds = new Rounds(asker).all(RoundFilter.ALL.inRun(run.id()));
        var course = RunCourse.of(rounds, run.goal().direction());
        return new Side(
                times.moment(run.times().started()),
                Links.toRun(run.id()),
                new RunFigureText(run, course, times).values());
    }

    /** What was asked to be compared. */
    private record Base(String kind, String asked) {}

    /** What the page shows, once it is known what was chosen. */
    private final class Table {
        private final Base base;
        private final List<String> names;
        private final List<Side> sides;
        private final List<Choice> choices;

        Table(Base base, List<String> names, List<Side> sides, List<Choice> choices) {
            this.base = base;
            this.names = names;
            this.sides = sides;
            this.choices = choices;
        }

        Model of(Asked asked, @Nullable String chosen) {
            var lines = new ArrayList<Line>();
            for (int i = 0; sides.size() == 2 && i < names.size(); i++) {
                lines.add(new Line(
                        names.get(i),
                        sides.getFirst().values().get(i),
                        sides.getLast().values().get(i)));
            }
            var title = base.kind.equals("night") ? "Two nights" : "Two runs";
            return new Model(
                    view.frame(title, Frame.Part.RUNS),
                    base.kind,
                    base.asked,
                    sides,
                    lines,
                    choices,
                    chosen,
                    asked.problems());
        }
    }
}
