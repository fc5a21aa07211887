package io.nightglass.server.api;

import io.nightglass.boards.insight.AskedQuery;
import io.nightglass.hogql.CheckedQuery;
import io.nightglass.hogql.Scope;
import io.nightglass.server.edge.Refusal;
import io.nightglass.store.EventStore;
import io.nightglass.store.Table;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Takes questions, and sees that each is answered at once, kept to be fetched, or ended when nobody waits for it. */
public final class QueryDesk {
    private static final Duration LOOK_UP = Duration.ofMillis(250);

    private final EventStore store;
    private final ZoneId zone;
    private final InstantSource clock;
    private final QueryLimits limits;
    private final QueryPlaces places;
    private final QueryJobs jobs;
    private final AnswerCache cache;

    /** Under {@link QueryLimits#USUAL}. One for a pane: what asks elsewhere is not counted. */
    public static QueryDesk on(EventStore store, ZoneId zone, InstantSource clock) {
        return new QueryDesk(store, zone, clock, QueryLimits.USUAL);
    }

    QueryDesk(EventStore store, ZoneId zone, InstantSource clock, QueryLimits limits) {
        this.store = store;
        this.zone = zone;
        this.clock = clock;
        this.limits = limits;
        this.places = new QueryPlaces(limits);
        this.jobs = new QueryJobs(clock, limits);
        this.cache = new AnswerCache(clock, limits.keptBytes());
    }

    /** What is sent back. */
    public record Reply(int status, byte[] json) {}

    /**
     * @param isGone whether nobody waits for the answer any more
     * @throws Refusal 400 when it is no question or goes beyond a limit, 429 when too many are under way
     */
    Reply ask(QueryRequest request, BooleanSupplier isGone) {
        var mode = request.mode();
        if (mode.takesEarlier()) {
            var earlier = cache.find(request.key(), store.version());
            if (earlier.isPresent()) {
                return new Reply(200, QueryAnswer.cached(earlier.get().json()));
            }
            if (mode == RefreshMode.FORCE_CACHE) {
                return new Reply(200, QueryAnswer.none(request.key()));
            }
        }
        var job = started(request);
        return mode.isLater() ? status(job, 202) : awaited(job, isGone);
    }

    /** What the API answers to {@code query}, a HogQLQuery: for a page that hands it on as a file. */
    public byte[] ask(ObjectNode query, BooleanSupplier isGone) {
        return ask(sent(query), isGone).json();
    }

    /** {@code query}, a HogQLQuery, as the API understands it. @throws io.nightglass.hogql.QueryException when it is wrong */
    public CheckedQuery understood(ObjectNode query) {
        return understood(sent(query)).queries().getFirst();
    }

    private static QueryRequest sent(ObjectNode query) {
        var body = JsonMapper.shared().createObjectNode();
        body.set("query", query);
        return QueryRequest.of(body);
    }

    /** The rows of {@code query}, within the limits and in the places of all questions: for a page that shows them. */
    public Table rows(CheckedQuery query, BooleanSupplier isGone) {
        places.enter();
        return Waited.get(
                () -> {
                    try {
                        return places.run(limits.patience(), () -> store.query(query, limits.each()));
                    } finally {
                        places.leave();
                    }
                },
                LOOK_UP,
                isGone);
    }

    private QueryJob started(QueryRequest request) {
        places.enter();
        try {
            var steps = new Steps();
            var asked = steps.time("compile", () -> understood(request));
            var patience = request.mode().isLater() ? limits.each().time() : limits.patience();
            return jobs.start(
                    request.id(), () -> places.run(patience, () -> answer(asked, steps, request.key())), places::leave);
        } catch (RuntimeException e) {
            places.leave();
            throw e;
        }
    }

    private AskedQuery understood(QueryRequest request) {
        return QueryKinds.of(request.query(), new Scope(store.tables(), Map.of(), zone, clock.instant()));
    }

    private byte[] answer(AskedQuery asked, Steps steps, String key) {
        long version = store.version();
        var at = clock.instant();
        var tables = steps.time(
                "run",
                () -> asked.queries().isEmpty() ? List.<Table>of() : store.query(asked.queries(), limits.each()));
        var shaped = steps.time("shape", () -> asked.shape().of(tables));
        var json = QueryAnswer.written(
                QueryAnswer.framed(shaped, new QueryAnswer.Frame(steps, zone, at, key)), limits.answerBytes());
        cache.keep(key, new AnswerCache.Kept(version, at, json));
        return json;
    }

    private Reply awaited(QueryJob job, BooleanSupplier isGone) {
        try {
            var outcome = job.outcome(LOOK_UP);
            while (outcome.isEmpty()) {
                if (isGone.getAsBoolean()) {
                    throw Refusal.cancelled("the query was cancelled: whoever asked has hung up");
                }
                outcome = job.outcome(LOOK_UP);
            }
            return switch (outcome.get()) {
                case QueryJob.Outcome.Answered(var json) -> new Reply(200, json);
                case QueryJob.Outcome.Refused(var why) -> throw why;
            };
        } finally {
            jobs.remove(job);
        }
    }

    /** How the question {@code id} stands, with its answer when there is one. @throws Refusal 404 when none is known */
    Reply status(String id) {
        return status(found(id), 200);
    }

    private Reply status(QueryJob job, int ended) {
        var status = JsonMapper.shared().createObjectNode();
        status.put("id", job.id()).put("team_id", ProjectRoutes.ID).put("query_async", true);
        status.put("start_time", job.startedAt().toString());
        status.put("expiration_time", jobs.expires(job).toString());
        return QueryStatus.of(status, job.outcome(Duration.ZERO), ended);
    }

    /** Ends the question {@code id}, or forgets its answer. @throws Refusal 404 when none is known */
    void cancel(String id) {
        jobs.remove(found(id));
    }

    private QueryJob found(String id) {
        return jobs.find(id)
                .orElseThrow(() -> Refusal.notFound(
                        "There is no query '%s' under way, and no answer of it kept.".formatted(Refusal.quoted(id))));
    }
}
