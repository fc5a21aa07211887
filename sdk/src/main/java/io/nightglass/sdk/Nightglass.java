package io.nightglass.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.f4b6a3.ulid.Ulid;
import com.github.f4b6a3.ulid.UlidCreator;
import io.nightglass.sdk.flags.Flags;
import io.nightglass.sdk.send.Sender;
import io.nightglass.sdk.spool.Spool;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A loop's line to its pane, or to any PostHog host. {@code track} puts the event on disk and returns; a thread of its own
 * delivers, for as long as it takes, and the next process delivers what this one could not. Nothing here throws for what
 * happens outside the loop, and nothing waits for the network. Safe to share between threads; one per process is enough.
 */
public final class Nightglass implements AutoCloseable {
    private static final ThreadLocal<EventWriter> WRITERS = ThreadLocal.withInitial(EventWriter::new);

    private final Config config;
    private final Consumer<String> notices;
    private final @Nullable Spool spool;
    private final @Nullable Sender sender;
    private final @Nullable Thread atExit;
    private final AtomicBoolean isClosed = new AtomicBoolean();
    private final LongAdder tracked = new LongAdder();
    private final LongAdder droppedByHook = new LongAdder();
    private final LongAdder failedInHook = new LongAdder();
    private final LongAdder tooLarge = new LongAdder();
    private final LongAdder unsent = new LongAdder();

    private final Object flagsLock = new Object();
    private @Nullable Flags flags;

    private Nightglass(Config config, @Nullable Spool spool, @Nullable Sender sender) {
        this.config = config;
        this.notices = config.notices();
        this.spool = spool;
        this.sender = sender;
        this.atExit = sender == null ? null : new Thread(this::close, "nightglass-exit");
    }

    /**
     * Opens a line. Without {@code POSTHOG_HOST} or {@code POSTHOG_API_KEY} there is nobody to send to: that is said once,
     * and the loop goes on without.
     */
    public static Nightglass open(Config config) {
        var host = config.environment().host().orElse(null);
        var key = config.environment().projectKey().orElse(null);
        if (host == null || key == null) {
            config.notices()
                    .accept("%s is not set: nothing is recorded"
                            .formatted(host == null ? "POSTHOG_HOST" : "POSTHOG_API_KEY"));
            return new Nightglass(config, null, null);
        }
        var target = target(host + " " + key);
        var spool = Spool.open(config.spool(), target, config.notices());
        var refused = config.spool().folder().resolve(target).resolve("refused.jsonl");
        var to = new Sender.To(host, key, refused, config.every(), config.timeout());
        var opened = new Nightglass(config, spool, Sender.start(spool, to, config.clock(), config.notices()));
        if (opened.atExit != null) {
            Runtime.getRuntime().addShutdownHook(opened.atExit);
        }
        return opened;
    }

    /** Whom events are for, as a folder name that tells nothing of the key. */
    static String target(String whom) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(whom.getBytes(UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * Records an event. When it returns the event survives the process, unless the settings promise less. Never throws for
     * what the values are, never waits for the network.
     *
     * @param distinctId whose event it is; {@code project:client:agent} for an agent's
     * @param properties copied; values as {@link Message#properties()} lists them
     */
    public void track(String distinctId, String event, Map<String, ?> properties) {
        track(distinctId, event, properties, config.clock().instant());
    }

    void track(String distinctId, String event, Map<String, ?> properties, Instant at) {
        tracked.increment();
        if (spool == null || sender == null || isClosed.get()) {
            unsent.increment();
            return;
        }
        try {
            if (config.beforeSend().isEmpty()) {
                keep(
                        spool,
                        sender,
                        new Message(uuid(), event, distinctId, at, Collections.unmodifiableMap(properties)));
                return;
            }
            var message = asked(new Message(uuid(), event, distinctId, at, new LinkedHashMap<>(properties)));
            if (message != null) {
                keep(spool, sender, message);
            }
        } catch (RuntimeException | StackOverflowError e) {
            // Whatever a value does when it is read must not end the loop.
            failedInHook.increment();
            notices.accept("an event could not be read and is dropped: " + e);
        }
    }

    private void keep(Spool into, Sender by, Message message) {
        var writer = WRITERS.get();
        writer.write(message);
        if (writer.length() > config.maxEventBytes()) {
            tooLarge.increment();
            notices.accept("an event is too large and dropped: %s of %,d bytes, bound %,d"
                    .formatted(message.event(), writer.length(), config.maxEventBytes()));
        } else if (into.append(writer.array(), writer.length())) {
            by.noticed();
        }
    }

    private @Nullable Message asked(Message message) {
        Message current = message;
        for (var hook : config.beforeSend()) {
            try {
                current = hook.apply(current);
            } catch (RuntimeException e) {
                failedInHook.increment();
                notices.accept("a before-send hook failed (%s): that event is dropped".formatted(e));
                return null;
            }
            if (current == null) {
                droppedByHook.increment();
                return null;
            }
        }
        return current;
    }

    /** A UUID of version 7 (RFC 9562): a monotonic ULID with the version and variant bits set. */
    private static UUID uuid() {
        Ulid ulid = UlidCreator.getMonotonicUlid();
        return new UUID(
                (ulid.getMostSignificantBits() & ~0xf000L) | 0x7000L,
                (ulid.getLeastSignificantBits() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L);
    }

    /**
     * The loop of the environment: {@code AUTORESEARCH_PROJECT} and {@code AUTORESEARCH_CLIENT}.
     *
     * @throws IllegalStateException when the project is not named
     */
    public Loop loop() {
        var project = config.environment()
                .project()
                .orElseThrow(() -> new IllegalStateException(
                        "AUTORESEARCH_PROJECT is not set: name the loop there, or in Config.as(project, client)"));
        return loop(project, config.environment().client());
    }

    /** A loop: its name, and whose container, model or benchmark it works on. */
    public Loop loop(String project, String client) {
        return new Loop(this, project, client);
    }

    /** Feature flags; the first call may fetch their definitions. What is read is reported as an event, once. */
    public Flags flags() {
        synchronized (flagsLock) {
            var opened = flags;
            if (opened == null) {
                opened = new Flags(config, (who, properties) -> track(who, "$feature_flag_called", properties));
                flags = opened;
            }
            return opened;
        }
    }

    /** What it was opened with. */
    public Config config() {
        return config;
    }

    /** Waits until everything tracked so far is delivered, at most {@code limit}. */
    public Delivery flush(Duration limit) {
        if (spool == null || sender == null) {
            return new Delivery(0, 0, 0, false);
        }
        long delivered = sender.delivered();
        long refused = sender.refused();
        try {
            sender.flush(limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Delivery(
                sender.delivered() - delivered, spool.waiting(), sender.refused() - refused, spool.isOnDisk());
    }

    /** What became of the events so far. */
    public Statistics statistics() {
        var from = spool;
        var by = sender;
        return new Statistics(
                tracked.sum(),
                by == null ? 0 : by.delivered(),
                from == null ? 0 : from.waiting(),
                by == null ? 0 : by.refused(),
                droppedByHook.sum(),
                failedInHook.sum(),
                tooLarge.sum(),
                from == null ? 0 : from.dropped(),
                unsent.sum(),
                from == null ? 0 : from.takenOver(),
                from == null ? 0 : from.lost(),
                by == null ? 0 : by.retries());
    }

    /** As {@link #close(Duration)} with the patience of the configuration. */
    @Override
    public void close() {
        close(config.atExit());
    }

    /**
     * Delivers what it can within {@code limit} and ends. What is left waits on disk for the next process that opens the
     * same spool. Events tracked later are counted as unsent.
     */
    public Delivery close(Duration limit) {
        synchronized (flagsLock) {
            if (flags != null) {
                flags.close();
            }
        }
        if (spool == null || sender == null || isClosed.getAndSet(true)) {
            return new Delivery(0, spool == null ? 0 : spool.waiting(), 0, false);
        }
        var delivery = flush(limit);
        try {
            sender.close();
            spool.release();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            notices.accept("cannot close the spool: " + e);
        }
        if (!delivery.isComplete()) {
            notices.accept("%,d events are left: %s"
                    .formatted(
                            delivery.left(),
                            delivery.isKept()
                                    ? "they wait in %s and are sent at the next start"
                                            .formatted(config.spool().folder())
                                    : "they end with the process, since they waited in memory"));
        }
        if (atExit != null && Thread.currentThread() != atExit) {
            try {
                Runtime.getRuntime().removeShutdownHook(atExit);
            } catch (IllegalStateException e) {
                return delivery; // the process is ending already
            }
        }
        return delivery;
    }
}
