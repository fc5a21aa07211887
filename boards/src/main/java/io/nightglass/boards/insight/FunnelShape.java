package io.nightglass.boards.insight;

import io.nightglass.store.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Rows of a funnel in PostHog's shape. @param split whether the first column is what it is split by */
record FunnelShape(FunnelOptions options, List<Series> steps, boolean split) {
    private static final int MOST_BINS = 60;

    /** A list of steps or, when split, one list per value. */
    ObjectNode steps(Table table) {
        var json = JsonMapper.shared().createObjectNode();
        var results = json.putArray("results");
        int counts = split ? 1 : 0;
        if (!split) {
            steps(results, Asking.rows(table).getFirst(), 0, null);
            return json;
        }
        var rows = new ArrayList<>(Asking.rows(table));
        Comparator<List<@Nullable Object>> order = Comparator.comparing(row -> Funnels.OTHER.equals(row.getFirst()));
        for (int step = steps.size() - 1; step >= 0; step--) {
            int column = counts + step;
            order = order.thenComparing(row -> -TrendsSelect.number(row.get(column)));
        }
        rows.sort(order.thenComparing(row -> String.valueOf(row.getFirst())));
        for (var row : rows) {
            steps(results.addArray(), row, counts, String.valueOf(row.getFirst()));
        }
        return json;
    }

    private void steps(ArrayNode into, List<@Nullable Object> row, int counts, @Nullable String value) {
        int times = counts + steps.size();
        for (int step = 0; step < steps.size(); step++) {
            var json = into.addObject();
            named(json, step);
            json.putArray("people");
            json.set("count", Shapes.number(TrendsSelect.number(row.get(counts + step))));
            json.set("average_conversion_time", step == 0 ? none() : seconds(row.get(times + 2 * (step - 1))));
            json.set("median_conversion_time", step == 0 ? none() : seconds(row.get(times + 2 * (step - 1) + 1)));
            if (value != null) {
                json.putArray("breakdown").add(value);
                json.putArray("breakdown_value").add(value);
            }
        }
    }

    private void named(ObjectNode json, int step) {
        var series = steps.get(step);
        if (options.order() == FunnelOptions.Order.UNORDERED) {
            json.putNull("action_id");
            json.put("name", "Completed %d step%s".formatted(step + 1, step == 0 ? "" : "s"));
            json.putNull("custom_name").put("order", step).putNull("type");
        } else {
            json.put("action_id", series.event());
            json.put("name", series.label());
            json.put("custom_name", series.customName()).put("order", step).put("type", "events");
        }
    }

    /** Nobody reached it: no time at all. */
    private static JsonNode seconds(@Nullable Object cell) {
        return cell instanceof Number number ? Shapes.number(number.doubleValue()) : none();
    }

    private static JsonNode none() {
        return JsonNodeFactory.instance.nullNode();
    }

    /** Spans of equal length, and how many took so long. */
    ObjectNode times(Table table) {
        var rows = Asking.rows(table);
        double all = 0;
        double sum = 0;
        for (var row : rows) {
            all += TrendsSelect.number(row.get(1));
            sum += TrendsSelect.number(row.getLast());
        }
        var json = JsonMapper.shared().createObjectNode();
        var results = json.putObject("results");
        var bins = results.putArray("bins");
        results.set("average_conversion_time", all == 0 ? none() : Shapes.number(sum / all));
        if (rows.isEmpty()) {
            return json;
        }
        double first = TrendsSelect.number(rows.getFirst().getFirst());
        double last = TrendsSelect.number(rows.getLast().getFirst());
        int count = options.bins() > 0 ? options.bins() : (int) Math.clamp(Math.ceil(Math.cbrt(all)), 1, MOST_BINS);
        double width = Math.max(1, Math.ceil((last - first) / count));
        var actors = new double[count + 1];
        for (var row : rows) {
            int bin = (int) Math.min(count, Math.floor((TrendsSelect.number(row.getFirst()) - first) / width));
            actors[bin] += TrendsSelect.number(row.get(1));
        }
        for (int bin = 0; bin <= count; bin++) {
            bins.addArray().add(Shapes.number(first + bin * width)).add(Shapes.number(actors[bin]));
        }
        return json;
    }

    /** Of those who began on each point, the share that converted, in percent. */
    ObjectNode trends(Table table, Axis axis) {
        Map<String, double[]> rates = new LinkedHashMap<>();
        if (!split) {
            rates.put("", new double[axis.size()]);
        }
        int first = split ? 1 : 0;
        for (var row : Asking.rows(table)) {
            int place = axis.place(row.get(first));
            double began = TrendsSelect.number(row.get(first + 1));
            if (place >= 0 && began > 0) {
                var value = split ? String.valueOf(row.getFirst()) : "";
                double rate = TrendsSelect.number(row.get(first + 2)) / began * 100;
                rates.computeIfAbsent(value, ignored -> new double[axis.size()])[place] =
                        Math.round(rate * 100) / 100.0;
            }
        }
        var json = JsonMapper.shared().createObjectNode();
        var results = json.putArray("results");
        rates.forEach((value, data) -> {
            var result = results.addObject().put("count", axis.size());
            Shapes.numbers(result.putArray("data"), data);
            axis.days(result.putArray("days"));
            axis.labels(result.putArray("labels"));
            if (split) {
                result.putArray("breakdown_value").add(value);
            }
        });
        return json;
    }
}
