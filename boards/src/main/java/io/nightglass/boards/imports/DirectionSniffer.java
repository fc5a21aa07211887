package io.nightglass.boards.imports;

import io.nightglass.catalog.Direction;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells which way is better: what the log states, else what the metric's name says, else what the loop did: it kept what
 * was better and threw away what was worse. When none of them tells, nobody guesses.
 */
final class DirectionSniffer {
    private static final int ENOUGH = 3;
    private static final int OVERWHELMING = 8;

    private final Table table;
    private final Columns columns;
    private double up;
    private double down;
    private boolean measured;

    private DirectionSniffer(Table table, Columns columns) {
        this.table = table;
        this.columns = columns;
    }

    /** @param metric the name that counts, which a goal may have given */
    static DirectionChoice sniff(Table table, Columns columns, @Nullable String metric) {
        var sniffer = new DirectionSniffer(table, columns);
        return sniffer.choice(metric);
    }

    private DirectionChoice choice(@Nullable String metric) {
        if (columns.metricDirection() >= 0) {
            return new DirectionChoice(null, "every row states its own");
        }
        for (var goal : table.goals().reversed()) {
            if (goal.direction() != null) {
                return new DirectionChoice(goal.direction(), "the log's config line says so");
            }
        }
        if (table.stated() != null) {
            return new DirectionChoice(table.stated(), "a comment of the log says so");
        }
        if (metric == null) {
            return new DirectionChoice(null, "the log has no metric");
        }
        return byNameAndDeeds(MetricName.of(metric));
    }

    private DirectionChoice byNameAndDeeds(MetricName name) {
        weigh();
        var named = name.direction();
        var shown = shown(ENOUGH, 2);
        if (!table.rows().isEmpty() && !measured && named == null) {
            var unit = byUnit();
            return unit == null
                    ? new DirectionChoice(null, "no row of it holds a measured " + name.name())
                    : new DirectionChoice(unit, "by the unit written beside its values");
        }
        if (named != null && !name.isWeak()) {
            return new DirectionChoice(named, "by its name, " + name.name());
        }
        var certain = shown(OVERWHELMING, 4);
        if (named != null && certain != null && certain != named) {
            return new DirectionChoice(certain, "by what was kept, against its name, " + name.name());
        }
        if (named != null) {
            return new DirectionChoice(named, "by its name, " + name.name());
        }
        return shown == null
                ? new DirectionChoice(null, "neither its name (" + name.name() + ") nor what was kept tells")
                : new DirectionChoice(shown, "by what was kept and what was not");
    }

    /** {@code 1223.2 agg_tps} is no number, and yet it tells. */
    private @Nullable Direction byUnit() {
        var units = table.rows().stream()
                .map(row -> MetricName.of(row.cell(columns.metric())).direction())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return units.size() == 1 ? units.getFirst() : null;
    }

    private @Nullable Direction shown(int enough, int times) {
        if (up + down < enough) {
            return null;
        }
        if (up >= times * down) {
            return Direction.MAXIMIZE;
        }
        return down >= times * up ? Direction.MINIMIZE : null;
    }

    /** A step from one kept value to the next counts twice, a value thrown away once. */
    private void weigh() {
        @Nullable Double ground = null;
        for (var row : table.rows()) {
            var value = Numbers.parse(row.cell(columns.metric()));
            var outcome = columns.outcome(row);
            if (value == null || value == 0 || outcome == Outcome.CRASHED) {
                continue;
            }
            measured = true;
            if (outcome.isGround()) {
                weigh(ground, value, outcome == Outcome.BASELINE ? 0 : 2);
                ground = value;
            } else if (outcome == Outcome.REVERTED && ground != null) {
                weigh(value, ground, 1);
            }
        }
    }

    private void weigh(@Nullable Double worse, double better, double weight) {
        if (worse != null && better > worse) {
            up += weight;
        } else if (worse != null && better < worse) {
            down += weight;
        }
    }
}
