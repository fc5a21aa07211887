package io.nightglass.server.edge;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Why a request was turned down, in the words of PostHog's API errors. Thrown by handlers, written by {@link Refusals}.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MOST_QUOTED = 200;

    private final int status;
    private final String type;
    private final String code;
    private final @Nullable String attr;
    private final @Nullable Duration retryAfter;

    private Refusal(int status, String type, String code, String detail) {
        this(status, type, code, detail, null, null);
    }

    private Refusal(
            int status, String type, String code, String detail, @Nullable String attr, @Nullable Duration retryAfter) {
        super(detail, null, false, false); // an answer, not an accident: no stack trace
        this.status = status;
        this.type = type;
        this.code = code;
        this.attr = attr;
        this.retryAfter = retryAfter;
    }

    /** 400: the caller's to mend. */
    public static Refusal badRequest(String detail) {
        return new Refusal(400, "validation_error", "invalid_input", detail);
    }

    /** 400 about one field. */
    public static Refusal badField(String attr, String code, String detail) {
        return new Refusal(400, "validation_error", code, detail, attr, null);
    }

    /** 401: no key came. */
    public static Refusal noKey(String detail) {
        return new Refusal(401, "authentication_error", "not_authenticated", detail);
    }

    /** 401: a key came and is not the one. */
    public static Refusal wrongKey(String detail) {
        return new Refusal(401, "authentication_error", "authentication_failed", detail);
    }

    /** 403. */
    public static Refusal forbidden(String detail) {
        return new Refusal(403, "authentication_error", "permission_denied", detail);
    }

    /** 404. */
    public static Refusal notFound(String detail) {
        return new Refusal(404, "invalid_request", "not_found", detail);
    }

    /** 405. */
    public static Refusal methodNotAllowed(String method) {
        return new Refusal(
                405, "invalid_request", "method_not_allowed", "Method \"%s\" not allowed.".formatted(quoted(method)));
    }

    /** 408: the body arrives too slowly to hold a place for it. */
    public static Refusal tooSlow() {
        return new Refusal(408, "invalid_request", "timeout", "the request body arrived too slowly; send it again");
    }

    /** 413. */
    public static Refusal tooLarge(String detail) {
        return new Refusal(413, "validation_error", "request_too_large", detail);
    }

    /** 415. */
    public static Refusal unsupportedEncoding(String detail) {
        return new Refusal(415, "validation_error", "unsupported_media_type", detail);
    }

    /** 503: nothing of the request was kept, and sending it again later is right. */
    public static Refusal busy(String detail, Duration retryAfter) {
        return new Refusal(503, "server_error", "service_unavailable", detail, null, retryAfter);
    }

    /** 400: the question goes beyond a limit, which {@code detail} names with its value. */
    public static Refusal beyondLimit(String detail) {
        return new Refusal(400, "validation_error", "limit_exceeded", detail);
    }

    /** 400: a right question that this server cannot answer. Asking again does not help, so it is no 503. */
    public static Refusal unanswerable(String detail) {
        return new Refusal(400, "server_error", "not_implemented", detail);
    }

    /** 400: somebody ended the question, and whoever still waits for its answer learns so. */
    public static Refusal cancelled(String detail) {
        return new Refusal(400, "invalid_request", "cancelled", detail);
    }

    /** 429: too much of one key at once. */
    public static Refusal throttled(String detail, Duration retryAfter) {
        return new Refusal(429, "throttled_error", "throttled", detail, null, retryAfter);
    }

    /** {@code input}, shortened so that a message never repeats more than 200 characters of what came. */
    public static String quoted(String input) {
        return input.length() <= MOST_QUOTED ? input : input.substring(0, MOST_QUOTED - 1) + "…";
    }

    public int status() {
        return status;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    /** How long the sender should wait; null when waiting does not help. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** {@code {type, code, detail, attr}}. */
    public ObjectNode toJson() {
        return JsonMapper.shared()
                .createObjectNode()
                .put("type", type)
                .put("code", code)
                .put("detail", detail())
                .put("attr", attr);
    }
}
