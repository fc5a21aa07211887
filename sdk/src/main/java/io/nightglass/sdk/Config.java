package io.nightglass.sdk;

import io.nightglass.sdk.spool.SpoolSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a loop tells its story. Start from {@link #fromEnvironment()}; each method gives a changed copy.
 *
 * @param environment whom to send to, and who sends
 * @param spool where events wait
 * @param beforeSend asked in this order
 * @param every how long events gather before they are sent
 * @param timeout of one request
 * @param atExit how long the end of the process may wait for delivery; what is left then waits on disk
 * @param maxEventBytes of one event; PostHog takes 8 MiB
 * @param notices hears what the SDK has to say, each thing once
 */
public record Config(
        Environment environment,
        SpoolSettings spool,
        List<BeforeSend> beforeSend,
        Duration every,
        Duration timeout,
        Duration atExit,
        int maxEventBytes,
        Clock clock,
        Consumer<String> notices) {

    /**
     * From {@code POSTHOG_HOST}, {@code POSTHOG_API_KEY}, {@code AUTORESEARCH_PROJECT}, {@code AUTORESEARCH_CLIENT} and
     * {@code NIGHTGLASS_SPOOL} (else {@code $XDG_STATE_HOME/nightglass/spool}, else {@code ~/.local/state/nightglass/spool}).
     */
    public static Config fromEnvironment() {
        return of(System.getenv());
    }

    /** The same from given variables. */
    public static Config of(Map<String, String> variables) {
        return new Config(
                Environment.of(variables),
                SpoolSettings.in(spoolFolder(variables)),
                List.of(),
                Duration.ofMillis(500),
                Duration.ofSeconds(30),
                Duration.ofSeconds(3),
                8 << 20,
                Clock.systemUTC(),
                Notices.toLog());
    }

    private static Path spoolFolder(Map<String, String> variables) {
        var named = variables.getOrDefault("NIGHTGLASS_SPOOL", "").strip();
        if (!named.isEmpty()) {
            return Path.of(named);
        }
        var state = variables.getOrDefault("XDG_STATE_HOME", "").strip();
        var home = state.isEmpty() ? Path.of(System.getProperty("user.home", "."), ".local", "state") : Path.of(state);
        return home.resolve("nightglass").resolve("spool");
    }

    /** Sends to {@code host} with {@code key}: the pane's own address, or any PostHog host. */
    public Config to(URI host, String key) {
        return environment(new Environment(
                Optional.of(host),
                Optional.of(key),
                environment.personalKey(),
                environment.project(),
                environment.client()));
    }

    /** Says who sends. */
    public Config as(String project, String client) {
        return environment(new Environment(
                environment.host(), environment.projectKey(), environment.personalKey(), Optional.of(project), client));
    }

    /** With another environment. */
    public Config environment(Environment other) {
        return new Config(other, spool, beforeSend, every, timeout, atExit, maxEventBytes, clock, notices);
    }

    /** With events waiting elsewhere or otherwise. */
    public Config spool(SpoolSettings other) {
        return new Config(environment, other, beforeSend, every, timeout, atExit, maxEventBytes, clock, notices);
    }

    /** With one hook more, asked after those before it. */
    public Config beforeSend(BeforeSend hook) {
        var hooks = new ArrayList<>(beforeSend);
        hooks.add(hook);
        return new Config(
                environment, spool, List.copyOf(hooks), every, timeout, atExit, maxEventBytes, clock, notices);
    }

    /** With another limit of a request and of the wait at exit. */
    public Config patience(Duration request, Duration exit) {
        return new Config(environment, spool, beforeSend, every, request, exit, maxEventBytes, clock, notices);
    }

    /** With events gathering for longer, or shorter. */
    public Config every(Duration other) {
        return new Config(environment, spool, beforeSend, other, timeout, atExit, maxEventBytes, clock, notices);
    }

    /** With a larger or smaller bound of one event. */
    public Config maxEventBytes(int bytes) {
        return new Config(environment, spool, beforeSend, every, timeout, atExit, bytes, clock, notices);
    }

    /** With another clock, and another ear for what the SDK says. */
    public Config hearing(Clock other, Consumer<String> ear) {
        return new Config(
                environment, spool, beforeSend, every, timeout, atExit, maxEventBytes, other, new Notices(ear));
    }
}
