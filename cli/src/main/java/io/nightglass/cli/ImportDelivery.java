package io.nightglass.cli;

import io.nightglass.boards.imports.LogIdentity;
import io.nightglass.catalog.WireEvent;
import io.nightglass.cli.pane.Pane;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings rounds to a pane that may have some of them already: asks first, sends what is missing, and never lets the
 * events of one round part over two batches.
 */
record ImportDelivery(Pane pane) {
    private static final int PAGE = 10_000;
    private static final int BATCH_EVENTS = 500;

    /** At most three bytes each: below 10 MB, half of what a pane takes. */
    private static final int BATCH_CHARACTERS = 3 << 20;

    /**
     * What the pane has of one log.
     *
     * @param uuids of its events, lower case
     * @param moments of its rounds, by round id
     */
    record Known(Set<String> uuids, Map<String, Instant> moments) {

        /** By index of the round in the log. */
        Map<Integer, Instant> times(LogIdentity identity) {
            var times = new HashMap<Integer, Instant>();
            for (int i = 0; i < identity.rounds().size(); i++) {
                var moment = moments.get(identity.rounds().get(i).round());
                if (moment != null) {
                    times.put(i, moment);
                }
            }
            return times;
        }
    }

    /**
     * What was sent.
     *
     * @param rounds of which at least one event was new
     * @param there events the pane had already
     */
    record Sent(int rounds, int events, int there) {}

    /** Asks by run, which is a column of its own, so that a pane of ten million events answers at once. */
    Known known(LogIdentity identity) {
        var known = new Known(new HashSet<>(), new HashMap<>());
        var runs = identity.rounds().stream()
                .map(id -> "'" + id.run() + "'")
                .distinct()
                .collect(Collectors.joining(", "));
        boolean isMore = !runs.isEmpty();
        for (int offset = 0; isMore; offset += PAGE) {
            var answer = pane.query(
                    "SELECT toString(uuid), properties.round_id, timestamp FROM events WHERE properties.run_id IN (%s) ORDER BY uuid LIMIT %d OFFSET %d"
                            .formatted(runs, PAGE, offset));
            for (var row : answer.path("results")) {
                known.uuids().add(row.path(0).asString("").toLowerCase(Locale.ROOT));
                var moment = moment(row.path(2).asString(""));
                if (moment != null) {
                    known.moments().put(row.path(1).asString(""), moment);
                }
            }
            isMore = answer.path("results").size() == PAGE;
        }
        return known;
    }

    private static @Nullable Instant moment(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            try {
                return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
            } catch (DateTimeException again) {
                return null; // then the round is spread anew, and its events are there already
            }
        }
    }

    /** @param rounds the events of {@code count} rounds, which need not all be in memory at once */
    Sent send(Stream<List<WireEvent>> rounds, int count, Known known) {
        int newRounds = 0;
        int newEvents = 0;
        int there = 0;
        var batch = new ArrayList<ObjectNode>();
        int characters = 0;
        try (var progress = progress(count)) {
            for (var round : (Iterable<List<WireEvent>>) rounds::iterator) {
                var missing = round.stream()
                        .filter(e -> !known.uuids().contains(e.uuid().toString()))
                        .map(WireEvent::toJson)
                        .toList();
                int size = missing.stream().mapToInt(e -> e.toString().length()).sum();
                if (!batch.isEmpty()
                        && (batch.size() + missing.size() > BATCH_EVENTS || characters + size > BATCH_CHARACTERS)) {
                    pane.send(List.copyOf(batch));
                    batch.clear();
                    characters = 0;
                }
                batch.addAll(missing);
                characters += size;
                newRounds += missing.isEmpty() ? 0 : 1;
                newEvents += missing.size();
                there += round.size() - missing.size();
                progress.step();
            }
            if (!batch.isEmpty()) {
                pane.send(batch);
            }
        }
        return new Sent(newRounds, newEvents, there);
    }

    /** Only people watch: a script that reads standard error gets no bar. */
    private static ProgressBar progress(int rounds) {
        boolean isWatched = System.console() != null && System.console().isTerminal();
        return new ProgressBarBuilder()
                .setTaskName("rounds")
                .setInitialMax(rounds)
                .setUpdateIntervalMillis(200)
                .clearDisplayOnFinish()
                .setConsumer(isWatched ? new ConsoleProgressBarConsumer(System.err) : new Silence())
                .build();
    }

    /** Nobody is watching. */
    private static final class Silence implements ProgressBarConsumer {
        @Override
        public int getMaxRenderedLength() {
            return 80;
        }

        @Override
        public void accept(String line) {}

        @Override
        public void close() {}
    }
}
