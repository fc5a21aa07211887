package io.nightglass.server.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * The questions under way by the names their askers gave them, and the answers that wait to be fetched: for a while, and
 * no more of them than fit. Safe for threads.
 */
final class QueryJobs {
    private static final int MOST_ENDED = 100;

    private final InstantSource clock;
    private final QueryLimits limits;
    private final Map<String, QueryJob> jobs = new LinkedHashMap<>();

    QueryJobs(InstantSource clock, QueryLimits limits) {
        this.clock = clock;
        this.limits = limits;
    }

    /** Starts {@code answer} under {@code id}, or under another name when a question of that name is under way. */
    synchronized QueryJob start(String id, Callable<byte[]> answer, Runnable atEnd) {
        sweep();
        var known = jobs.get(id);
        boolean isTaken = known != null && !known.isDone();
        var job = QueryJob.start(isTaken ? UUID.randomUUID().toString() : id, clock.instant(), answer, atEnd);
        jobs.remove(job.id()); // the newest stands last
        jobs.put(job.id(), job);
        return job;
    }

    synchronized Optional<QueryJob> find(String id) {
        sweep();
        return Optional.ofNullable(jobs.get(id));
    }

    /** Forgets {@code job}, and ends it if need be. */
    synchronized void remove(QueryJob job) {
        job.cancel();
        jobs.remove(job.id(), job);
    }

    Instant expires(QueryJob job) {
        return job.startedAt().plus(limits.keptFor());
    }

    /** Forgets what ended long ago, and the oldest of what is too much. */
    private void sweep() {
        var now = clock.instant();
        jobs.values().removeIf(job -> job.isDone() && now.isAfter(expires(job)));
        int ended = 0;
        long bytes = 0;
        for (var job : new ArrayList<>(jobs.values()).reversed()) {
            if (job.isDone()) {
                ended++;
                bytes += bytes(job);
                if (ended > MOST_ENDED || bytes > limits.keptBytes() && ended > 1) {
                    jobs.remove(job.id());
                }
            }
        }
    }

    private static long bytes(QueryJob job) {
        return job.outcome(Duration.ZERO)
                .map(outcome -> switch (outcome) {
                    case QueryJob.Outcome.Answered(var json) -> (long) json.length;
                    case QueryJob.Outcome.Refused ignored -> 0L;
                })
                .orElse(0L);
    }
}
