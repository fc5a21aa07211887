package io.nightglass.boards.insight;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lines of trends in PostHog's shape. @param earliest where everything kept begins */
record TrendsShape(TrendsOptions options, List<TrendSeries> series, ZonedDateTime earliest) {

    ObjectNode of(List<TrendLine> lines, String hogql) {
        var json = JsonMapper.shared().createObjectNode();
        var results = json.putArray("results");
        boolean more = lines.stream().anyMatch(line -> line.kind() == 2);
        var shown = options.breakdown().hideOther()
                ? lines.stream().filter(line -> line.kind() != 2).toList()
                : lines;
        if (options.formulas().isEmpty()) {
            shown.forEach(line -> line(results.addObject(), line, label(line), series.get(line.place())));
        } else {
            options.formulas().forEach(formula -> formula(results, formula, shown));
        }
        json.put("hasMore", more);
        json.put("hogql", hogql);
        Shapes.resolved(json, options.range(), earliest);
        return json;
    }

    private void line(ObjectNode json, TrendLine line, String label, @Nullable TrendSeries of) {
        boolean whole = options.display() == Display.TOTAL;
        Shapes.numbers(json.putArray("data"), whole ? new double[0] : line.values());
        if (whole) {
            json.putArray("days");
            json.put("count", 0);
            json.set("aggregated_value", Shapes.number(line.values()[0]));
        } else {
            line.axis().labels(json.putArray("labels"));
            line.axis().days(json.putArray("days"));
            json.set("count", Shapes.number(count(line)));
        }
        json.put("label", label);
        if (of == null) {
            json.putNull("action");
        } else {
            var action = json.putObject("action");
            line.axis().days(action.putArray("days"));
            of.describe(action);
        }
        if (line.period().label() != null) {
            json.put("compare", true).put("compare_label", line.period().label());
        }
        breakdown(json, line);
    }

    private double count(TrendLine line) {
        var values = line.values();
        return options.display() == Display.CUMULATIVE && values.length > 0 ? values[values.length - 1] : line.sum();
    }

    private void breakdown(ObjectNode json, TrendLine line) {
        if (line.breakdown().isEmpty()) {
            return;
        }
        if (options.breakdown().several()) {
            ArrayNode values = json.putArray("breakdown_value");
            line.breakdown().forEach(values::add);
        } else {
            json.put("breakdown_value", line.breakdown().getFirst());
        }
    }

    private String label(TrendLine line) {
        var name = series.get(line.place()).series().label();
        if (line.breakdown().isEmpty()) {
            return name;
        }
        var split = String.join("::", line.breakdown());
        boolean alone = series.size() / options.periods().size() == 1;
        return alone ? split : name + " - " + split;
    }

    /** The formula over the lines of all series that are split and dated alike; a line that is not there is 0. */
    private void formula(ArrayNode results, Formula formula, List<TrendLine> lines) {
        int letters = series.size() / options.periods().size();
        Map<Object, TrendLine[]> alike = new LinkedHashMap<>();
        for (var line : lines) {
            var key = List.of(String.valueOf(line.period().label()), line.breakdown());
            alike.computeIfAbsent(key, ignored -> new TrendLine[letters])[line.place()] = line;
        }
        var calculated = new ArrayList<TrendLine>();
        alike.values().forEach(group -> calculated.add(calculated(formula, group)));
        if (!options.breakdown().isNone()) {
            calculated.sort(Comparator.comparing(
                            (TrendLine line) -> "previous".equals(line.period().label()))
                    .thenComparing(TrendLine::kind)
                    .thenComparing(TrendLine::sum, Comparator.reverseOrder())
                    .thenComparing(line -> line.breakdown().toString()));
        }
        calculated.forEach(line -> line(results.addObject(), line, formula.label(), null));
    }

    private static TrendLine calculated(Formula formula, TrendLine[] group) {
        TrendLine any = null;
        for (var line : group) {
            any = any == null ? line : any;
        }
        var first = Objects.requireNonNull(any);
        var values = new double[first.values().length];
        for (int point = 0; point < values.length; point++) {
            var operands = new double[group.length];
            for (int i = 0; i < group.length; i++) {
                operands[i] = group[i] == null ? 0 : group[i].values()[point];
            }
            values[point] = formula.of(operands);
        }
        return first.with(values);
    }
}
