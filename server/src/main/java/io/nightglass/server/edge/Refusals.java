package io.nightglass.server.edge;

import io.javalin.http.Context;
import io.javalin.http.ExceptionHandler;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.nightglass.boards.insight.BadFieldException;
import io.nightglass.hogql.QueryException;
import io.nightglass.store.StoreException;
import io.nightglass.store.StoreProblem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.jetty.http.BadMessageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** The one place where what went wrong becomes an answer: short text for capture, PostHog's JSON for the rest. */
public final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final Duration AFTER_A_BUG = Duration.ofSeconds(10);
    private static final long MOST_DRAINED = 128L << 20;

    private Refusals() {}

    /** Anything thrown, written as {@code {type, code, detail, attr}}. */
    public static final ExceptionHandler<Exception> AS_JSON = (e, ctx) -> writeJson(ctx, refusal(e, ctx));

    /**
     * {@code handler}, whose refusals are short text: what capture answers (posthog-wire.md 1.9). It knows no 415: SDKs
     * of its time take a 400 for "never send this again".
     */
    public static Handler asText(Handler handler) {
        return ctx -> {
            try {
                handler.handle(ctx);
            } catch (Exception e) {
                var refusal = refusal(e, ctx);
                ctx.status(refusal.status() == 415 ? 400 : refusal.status());
                ctx.contentType("text/plain; charset=utf-8");
                answer(ctx, refusal, refusal.detail().getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    /** Writes {@code refusal} as JSON. */
    public static void writeJson(Context ctx, Refusal refusal) {
        ctx.status(refusal.status());
        write(ctx, refusal, "application/json", JsonMapper.shared().writeValueAsBytes(refusal.toJson()));
    }

    /** Answers with {@code body}, which says {@code refusal} in another form. */
    public static void write(Context ctx, Refusal refusal, String contentType, byte[] body) {
        ctx.status(refusal.status());
        ctx.contentType(contentType);
        answer(ctx, refusal, body);
    }

    /** An error of the machine (no memory left): the request is lost, the server goes on. */
    public static void writeError(HttpServletResponse response, Error error) {
        LOG.error("a request failed", error);
        response.setStatus(503);
        response.setHeader("Retry-After", Long.toString(AFTER_A_BUG.toSeconds()));
    }

    private static void answer(Context ctx, Refusal refusal, byte[] body) {
        var wait = refusal.retryAfter();
        if (wait != null) {
            ctx.header("Retry-After", Long.toString(Math.max(1, wait.toSeconds())));
        }
        try {
            if (ctx.req().getInputStream().isFinished()) {
                ctx.result(body);
            } else {
                sayAtOnce(ctx, body);
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("the sender of a refused request is gone", e);
        }
    }

    /**
     * Answers before the body has come to its end, then reads on past what was refused: a sender still writing would
     * see a broken connection and no answer.
     */
    private static void sayAtOnce(Context ctx, byte[] body) throws IOException {
        var response = ctx.res();
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
        var rest = new SteadyInput(ctx.req().getInputStream());
        var scratch = new byte[64 << 10];
        long read = 0;
        for (int n = 0; n >= 0 && read < MOST_DRAINED; read += n) {
            n = rest.read(scratch);
        }
    }

    private static Refusal refusal(Exception e, Context ctx) {
        return of(e, () -> ctx.req().getMethod() + " " + ctx.req().getRequestURI());
    }

    /**
     * What {@code e} means to whoever asked.
     *
     * @param what was being done, for the log
     */
    public static Refusal of(Exception e, Supplier<String> what) {
        return switch (e) {
            case Refusal refusal -> refusal;
            case StoreException store -> of(store, what);
            case BadFieldException field ->
                Refusal.badField("query." + Refusal.quoted(field.field()), "invalid_input", field.detail());
            case QueryException query ->
                Refusal.badRequest(Refusal.quoted(query.problem().advice()));
            case BadMessageException broken -> Refusal.badRequest("the request is not valid HTTP");
            case HttpResponseException http when http.getStatus() == 405 -> Refusal.methodNotAllowed(method(what));
            case HttpResponseException http when http.getStatus() < 500 -> Refusal.notFound("Not found.");
            default -> unexpected(e, what);
        };
    }

    private static String method(Supplier<String> what) {
        return what.get().split(" ", 2)[0];
    }

    private static Refusal of(StoreException e, Supplier<String> what) {
        var advice = e.problem().advice();
        return switch (e.problem()) {
            case StoreProblem.Overloaded(var after) -> Refusal.busy(advice, after);
            case StoreProblem.DiskFull(var after) -> Refusal.busy(advice, after);
            case StoreProblem.Recounting(var done, var events, var after) -> Refusal.busy(advice, after);
            case StoreProblem.TimedOut ignored -> Refusal.beyondLimit(advice);
            case StoreProblem.TooHeavy ignored -> Refusal.beyondLimit(advice);
            case StoreProblem.TooLong ignored -> Refusal.beyondLimit(advice);
            case StoreProblem.Cancelled ignored -> Refusal.cancelled(advice);
            case StoreProblem.Mistranslated ignored -> Refusal.unanswerable(advice);
            case StoreProblem.FolderTaken ignored -> unexpected(e, what);
            case StoreProblem.Broken ignored -> unexpected(e, what);
        };
    }

    /** A bug or damage. The sender did nothing wrong and may come again; what happened is in the log alone. */
    private static Refusal unexpected(Exception e, Supplier<String> what) {
        LOG.error("{} failed", what.get(), e);
        return Refusal.busy("this server failed; its log says how. Nothing of the request was kept", AFTER_A_BUG);
    }
}
