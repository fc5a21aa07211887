package io.nightglass.server.edge;

/**
 * How much a route reads.
 *
 * @param request bytes of the body, as sent and also unpacked
 * @param event bytes of one event
 */
public record Limit(long request, long event) {
    /** What PostHog takes: 20 MiB. */
    public static final Limit PLAIN = new Limit(20L << 20, 20L << 20);

    /** The routes for calls of language models, whose prompts are long: 8 MiB an event. */
    public static final Limit AI = new Limit(64L << 20, 8L << 20);
}
