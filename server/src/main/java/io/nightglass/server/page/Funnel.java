package io.nightglass.server.page;

import io.nightglass.boards.BoardAnswer;
import io.nightglass.boards.RoundFunnel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The funnel of one project as its table draws it.
 *
 * @param project null for rounds that name none
 */
public record Funnel(@Nullable String project, List<Step> steps) {

    /**
     * @param place 1 to 5
     * @param lost since the previous step
     * @param worst whether most rounds before the verdict are lost here
     */
    public record Step(
            int place,
            String name,
            long rounds,
            long lost,
            double fromStart,
            @Nullable Double fromPrevious,
            @Nullable Double medianSeconds,
            boolean worst) {

        /** How long the bar is, of its cell. */
        public String width() {
            return percent(fromStart);
        }

        /** How long the bar of the step before is. */
        public String tail(long started) {
            return percent(started == 0 ? 0 : (double) (rounds + lost) / started);
        }

        private static String percent(double share) {
            return String.format(Locale.ROOT, "%.1f%%", 100 * share);
        }
    }

    public long started() {
        return steps.isEmpty() ? 0 : steps.getFirst().rounds();
    }

    /** One per project, in the order of the rows. */
    static List<Funnel> of(BoardAnswer answer) {
        var funnels = new ArrayList<Funnel>();
        int size = RoundFunnel.STEPS.size();
        for (int first = 0; first + size <= answer.rows().size(); first += size) {
            var rows = answer.rows().subList(first, first + size);
            funnels.add(new Funnel((String) rows.getFirst().getFirst(), steps(rows)));
        }
        return funnels;
    }

    private static List<Step> steps(List<List<@Nullable Object>> rows) {
        int worst = worst(rows);
        var steps = new ArrayList<Step>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            steps.add(new Step(
                    i + 1,
                    Objects.requireNonNull(row.get(1)).toString(),
                    rounds(rows, i),
                    i == 0 ? 0 : rounds(rows, i - 1) - rounds(rows, i),
                    Objects.requireNonNull(number(row.get(3))),
                    number(row.get(4)),
                    number(row.get(5)),
                    i == worst));
        }
        return steps;
    }

    /** The verdict is left out: reverting is normal. */
    private static int worst(List<List<@Nullable Object>> rows) {
        int worst = -1;
        long most = 0;
        for (int i = 1; i < rows.size() - 1; i++) {
            long lost = rounds(rows, i - 1) - rounds(rows, i);
            if (lost > most) {
                most = lost;
                worst = i;
            }
        }
        return worst;
    }

    private static long rounds(List<List<@Nullable Object>> rows, int row) {
        return ((Number) Objects.requireNonNull(rows.get(row).get(2))).longValue();
    }

    private static @Nullable Double number(@Nullable Object cell) {
        return cell instanceof Number number ? number.doubleValue() : null;
    }
}
