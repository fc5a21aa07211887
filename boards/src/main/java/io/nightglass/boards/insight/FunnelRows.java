package io.nightglass.boards.insight;

import io.nightglass.hogql.tree.Expr;
import io.nightglass.hogql.tree.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * How far each actor came, as a tree.
 *
 * <p>Each event knows when the next event of each step is: a minimum over the rows after it. From the last step backwards
 * that becomes: when each later step is reached by who stands at this event, taking the earliest way, which is the
 * minimum, over the later events of the next step, of what those know. So it costs a sort and some windows, however many
 * events one actor has. Columns: {@code actor}, {@code at} (of the first step), {@code reach_1} and so on (NULL where never
 * reached), {@code steps} reached, {@code breakdown_1} when split.
 *
 * @param steps the condition of each
 * @param excluded the condition of each exclusion
 * @param when conditions on all events
 * @param split by what, when by anything
 */
record FunnelRows(
        FunnelOptions options,
        List<Expr> steps,
        List<Expr> excluded,
        List<Expr> when,
        @Nullable Expr split,
        Query.Source source) {
    static final String ACTOR = "actor";
    static final String AT = "at";
    static final String STEPS = "steps";
    static final String SPLIT = Breakdown.column(0);
    private static final String FIRST = "first_step";
    private static final String ID = "id";

    static Expr reached(int step) {
        return Trees.name(step == 0 ? AT : "reach_" + step);
    }

    private static String time(int step) {
        return "time_" + step;
    }

    private static String exclusion(int place) {
        return "excluded_" + place;
    }

    /** Every event that is a first step, and how far one came from there. */
    Selection attempts() {
        return switch (options.order()) {
            case ORDERED -> ordered();
            case STRICT -> strict();
            case UNORDERED -> unordered();
        };
    }

    /** One row per actor: the attempt that came furthest, of several the earliest. @param each actor once per this too */
    Query.Select best(@Nullable Expr each) {
        var attempts = attempts();
        var keys = new ArrayList<Expr>(List.of(Trees.name(ACTOR)));
        if (split != null && options.attribution() == FunnelOptions.Attribution.ALL_EVENTS) {
            keys.add(Trees.name(SPLIT));
        }
        if (each != null) {
            keys.add(each);
        }
        var order =
                List.of(new Query.Order(Trees.name(STEPS), true, false), new Query.Order(Trees.name(AT), false, false));
        var numbered = passed(Selection.from(attempts.tree())).column("place", Windows.over("row_number", keys, order));
        var one = passed(Selection.from(numbered.tree()))
                .where(Trees.call("equals", Trees.name("place"), Trees.literal(1L)));
        return one.tree();
    }

    /** The value of each actor's first or last event that has one. @param touch {@code argMin} or {@code argMax} */
    Query.Select touched(String touch) {
        return Selection.from(events(false).tree())
                .column("touched", Trees.name(ACTOR))
                .groupBy("touched")
                .column("touch", Trees.call(touch, Trees.name(SPLIT), Trees.name(AT)))
                .tree();
    }

    private Selection passed(Selection selection) {
        selection.column(ACTOR).column(AT).column(STEPS);
        for (int step = 1; step < steps.size(); step++) {
            selection.column("reach_" + step);
        }
        return split == null ? selection : selection.column(SPLIT);
    }

    /** Events with, for each step they are, their time. @param all also those that are no step */
    private Selection events(boolean all) {
        var at = Trees.name("timestamp");
        var selection = Selection.from(source).where(when).where(Trees.call("isNotNull", options.actor()));
        if (!all) {
            var any = new ArrayList<>(steps);
            any.addAll(excluded);
            selection.where(Trees.any(any));
        }
        selection.column(ACTOR, options.actor()).column(AT, at).column(ID, Trees.name("uuid"));
        var first = new ArrayList<Expr>();
        for (int step = 0; step < steps.size(); step++) {
            selection.column(time(step), Trees.call("if", steps.get(step), at, Trees.literal(null)));
            first.add(steps.get(step));
            first.add(Trees.literal((long) step));
        }
        first.add(Trees.literal((long) steps.size()));
        selection.column(FIRST, new Expr.Call(0, "multiIf", List.of(), first, false));
        for (int i = 0; i < excluded.size(); i++) {
            selection.column(exclusion(i), Trees.call("if", excluded.get(i), at, Trees.literal(null)));
        }
        return split == null ? selection : selection.column(SPLIT, split);
    }

    /** In time; what is simultaneous in the order of the steps. */
    private static final List<Query.Order> IN_TIME = List.of(
            new Query.Order(Trees.name(AT), false, false),
            new Query.Order(Trees.name(FIRST), false, false),
            new Query.Order(Trees.name(ID), false, false));

    private List<Expr> partition() {
        return split != null && options.attribution() == FunnelOptions.Attribution.ALL_EVENTS
                ? List.of(Trees.name(ACTOR), Trees.name(SPLIT))
                : List.of(Trees.name(ACTOR));
    }

    private Selection ordered() {
        var rows = events(false);
        for (int level = steps.size() - 1; level >= 1; level--) {
            rows = level(rows, level);
        }
        var attempts = Selection.from(rows.tree()).where(Trees.call("isNotNull", Trees.name(time(0))));
        for (int i = 0; i < excluded.size(); i++) {
            attempts.where(Trees.call("not", spoiled(i)));
        }
        return finished(attempts, step -> Trees.name("reach_" + step));
    }

    /** What an event knows of the steps from {@code level} on, from what the events of that step know of those after. */
    private Selection level(Selection inner, int level) {
        var rows =
                Selection.from(inner.tree()).column(ACTOR).column(AT).column(ID).column(FIRST);
        for (int step = 0; step < level; step++) {
            rows.column(time(step));
        }
        var isStep = Trees.call("isNotNull", Trees.name(time(level)));
        rows.column("reach_" + level, after(Trees.name(time(level))));
        for (int step = level + 1; step < steps.size(); step++) {
            rows.column(
                    "reach_" + step, after(Trees.call("if", isStep, Trees.name("reach_" + step), Trees.literal(null))));
        }
        for (int i = 0; i < excluded.size(); i++) {
            var name = Trees.name(exclusion(i));
            int from = options.exclusions().get(i).from();
            rows.column(
                    exclusion(i),
                    level > from + 1
                            ? name
                            : after(level == from + 1 ? name : Trees.call("if", isStep, name, Trees.literal(null))));
        }
        return split == null ? rows : rows.column(SPLIT);
    }

    private Expr after(Expr time) {
        return Windows.following(Trees.call("min", time), partition(), IN_TIME, 1);
    }

    /** Whether what must not happen did, within the window and before the step that it must not precede. */
    private Expr spoiled(int place) {
        var exclusion = Trees.name(exclusion(place));
        var to = reached(options.exclusions().get(place).to());
        return Trees.call(
                "ifNull",
                Trees.all(List.of(
                        within(exclusion),
                        Trees.any(List.of(Trees.call("isNull", to), Trees.call("less", exclusion, to))))),
                Trees.literal(false));
    }

    private Selection strict() {
        var rows = Selection.from(events(true).tree()).column(ACTOR).column(AT).column(time(0));
        for (int step = 1; step < steps.size(); step++) {
            var next = Windows.further(Trees.call("min", Trees.name(time(step))), partition(), IN_TIME, step);
            rows.column("next_" + step, next);
        }
        if (split != null) {
            rows.column(SPLIT);
        }
        var attempts = Selection.from(rows.tree()).where(Trees.call("isNotNull", Trees.name(time(0))));
        return finished(attempts, step -> {
            var before = new ArrayList<Expr>();
            for (int earlier = 1; earlier <= step; earlier++) {
                before.add(Trees.call("isNotNull", Trees.name("next_" + earlier)));
            }
            return Trees.call("if", Trees.all(before), Trees.name("next_" + step), Trees.literal(null));
        });
    }

    private Selection unordered() {
        var rows = Selection.from(events(false).tree()).column(ACTOR).column(AT);
        var times = new ArrayList<Expr>();
        for (int step = 0; step < steps.size(); step++) {
            rows.column(
                    "next_" + step,
                    Windows.following(Trees.call("min", Trees.name(time(step))), partition(), IN_TIME, 0));
            var next = Trees.name("next_" + step);
            times.add(Trees.call("if", within(next), next, Trees.literal(null)));
        }
        if (split != null) {
            rows.column(SPLIT);
        }
        var sorted = Selection.from(rows.tree())
                .column(ACTOR)
                .column(AT)
                .column("times", Trees.call("arraySort", new Expr.Call(0, "array", List.of(), times, false)));
        if (split != null) {
            sorted.column(SPLIT);
        }
        return finished(
                Selection.from(sorted.tree()),
                step -> Trees.call("arrayElement", Trees.name("times"), Trees.literal(step + 1L)));
    }

    private Expr within(Expr time) {
        return Trees.call(
                "lessOrEquals", time, Trees.call("addSeconds", Trees.name(AT), Trees.literal(options.seconds())));
    }

    private Selection finished(Selection attempts, IntFunction<Expr> reach) {
        attempts.column(ACTOR).column(AT);
        var reached = new ArrayList<Expr>();
        for (int step = 1; step < steps.size(); step++) {
            attempts.column("reach_" + step, reach.apply(step));
        }
        for (int step = steps.size() - 1; step >= 1; step--) {
            reached.add(within(reach.apply(step)));
            reached.add(Trees.literal(step + 1L));
        }
        reached.add(Trees.literal(1L));
        attempts.column(
                STEPS,
                reached.size() == 1 ? reached.getFirst() : new Expr.Call(0, "multiIf", List.of(), reached, false));
        return split == null ? attempts : attempts.column(SPLIT);
    }
}
