package io.nightglass.server.page.calls;

import io.nightglass.boards.calls.Bucket;
import io.nightglass.boards.calls.PromptSize;
import io.nightglass.server.page.Links;
import io.nightglass.server.page.format.Count;
import io.nightglass.server.page.format.Times;
import io.nightglass.store.MetadataStore.Annotation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * How large prompts were over time: a line of medians and one of 95th percentiles.
 *
 * @param points those that have a counted prompt
 * @param json the numbers a browser draws it from; {@code charts.js} reads it
 */
public record PromptChart(Bucket bucket, List<Point> points, List<Annotation> annotations, String json) {

    /** @param link the calls behind it */
    public record Point(String label, PromptSize size, Links link) {}

    static PromptChart of(
            List<PromptSize> sizes, Bucket bucket, CallAddress address, ZoneId zone, List<Annotation> annotations) {
        var query = address.filters().query();
        var starts = bucket.starts(query.from(), query.to(), zone);
        var json = JsonMapper.shared().createObjectNode();
        var days = json.putArray("days");
        starts.forEach(start -> days.add(label(start, bucket, zone)));
        var marks = json.putArray("annotations");
        annotations.forEach(note -> marks.addArray().add(x(note.at(), starts)).add(note.content()));
        var drawn = json.putArray("points");
        var points = new ArrayList<Point>();
        for (var size : sizes) {
            var link = link(size.start(), bucket, address, zone);
            points.add(new Point(label(size.start(), bucket, zone), size, link));
            int place = starts.indexOf(size.start());
            if (place >= 0) {
                drawn.addArray()
                        .add(place)
                        .add(Math.round(size.p50()))
                        .add(Math.round(size.p95()))
                        .add(size.most())
                        .add(size.calls())
                        .add(link.toString());
            }
        }
        return new PromptChart(bucket, points, annotations, json.toString());
    }

    public boolean isEmpty() {
        return points.isEmpty();
    }

    /** {@code by hour}, {@code by day}, {@code by week}. */
    public String unit() {
        return bucket.name().toLowerCase(java.util.Locale.ROOT);
    }

    public String spoken() {
        var last = points.getLast().size();
        return "Input tokens of a call by %s. The last median is %s, its 95th percentile %s. The table view has every number."
                .formatted(unit(), Count.of(Math.round(last.p50())), Count.of(Math.round(last.p95())));
    }

    private static String label(Instant start, Bucket bucket, ZoneId zone) {
        var day = Times.shortDay(LocalDate.ofInstant(start, zone));
        return bucket == Bucket.HOUR ? day + " " + new Times(zone).clock(start) : day;
    }

    /** The calls of a bucket; of an hour, of its day. */
    private static Links link(Instant start, Bucket bucket, CallAddress address, ZoneId zone) {
        var first = LocalDate.ofInstant(start, zone);
        var last = bucket == Bucket.WEEK ? first.plusDays(6) : first;
        var query = address.filters().query();
        return address.here()
                .with("from", first.isBefore(query.from()) ? query.from() : first)
                .with("to", last.isAfter(query.to()) ? query.to() : last);
    }

    /** In buckets from the first; a whole number is the middle of one. */
    private static double x(Instant moment, List<Instant> starts) {
        int place = 0;
        while (place < starts.size() - 1 && !starts.get(place + 1).isAfter(moment)) {
            place++;
        }
        if (starts.size() < 2) {
            return 0;
        }
        int near = Math.min(place, starts.size() - 2);
        double width = Duration.between(starts.get(near), starts.get(near + 1)).toMillis();
        double share = Duration.between(starts.get(place), moment).toMillis() / width;
        return Math.round((place + share - 0.5) * 1000) / 1000.0;
    }
}
