package io.nightglass.sdk.flags;

import io.nightglass.sdk.Config;
import io.nightglass.sdk.flags.Evaluation.Asker;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Feature flags: decided here when definitions are at hand (they need {@code POSTHOG_PERSONAL_API_KEY}, and are fetched anew
 * every 30 s), else asked of the host, whose answer counts for 30 s. When neither can tell, what was known last, and else
 * the default of the caller: a pane that is away decides nothing. Safe to share. Asking the host blocks for three seconds
 * at most, and after a failure nobody asks it again for 30 s.
 */
public final class Flags implements AutoCloseable {
    private static final Duration FRESH = Duration.ofSeconds(30);
    /** Distinct answers that are reported once each; beyond it the memory starts anew. */
    private static final int MOST_REPORTED = 50_000;

    private static final int MOST_ASKERS = 10_000;

    private final Config config;
    private final FlagHost host;
    private final Report report;
    private final Map<Asker, Answer> answers = new ConcurrentHashMap<>();
    private final Set<String> reported = ConcurrentHashMap.newKeySet();
    private final @Nullable Thread poller;
    private volatile @Nullable Evaluation definitions;
    private volatile boolean isClosed;

    /** Says that a flag was read. */
    @FunctionalInterface
    public interface Report {
        /** @param properties of {@code $feature_flag_called} */
        void called(String distinctId, Map<String, @Nullable Object> properties);
    }

    /** What the host said of all flags for somebody; empty when it could not be reached. */
    private record Answer(Instant at, Map<String, Object> values) {}

    /** @param report hears of each answer once per person */
    public Flags(Config config, Report report) {
        this.config = config;
        this.report = report;
        this.host = new FlagHost(config.environment(), config.notices());
        this.poller = host.isTrusted() ? new Thread(this::poll, "nightglass-flags") : null;
        if (poller != null) {
            poller.setDaemon(true);
            fetch();
            poller.start();
        }
    }

    private void poll() {
        while (!isClosed) {
            try {
                Thread.sleep(FRESH.toMillis());
            } catch (InterruptedException e) {
                return;
            }
            fetch();
        }
    }

    private void fetch() {
        var fetched = host.definitions();
        if (fetched instanceof FlagHost.Fetched.New news) {
            definitions = new Evaluation(news.definitions());
        } else if (fetched instanceof FlagHost.Fetched.Withdrawn) {
            definitions = null;
        }
    }

    /** Whether {@code key} is on for {@code distinctId}, in whatever variant; {@code otherwise} when nobody can tell. */
    public boolean isOn(String key, String distinctId, boolean otherwise) {
        return !Boolean.FALSE.equals(value(key, Asker.of(distinctId), otherwise));
    }

    /**
     * What {@code key} is: true, false, or the name of a variant.
     *
     * @param otherwise the answer when nobody can tell
     */
    public Object value(String key, Asker asker, Object otherwise) {
        var now = config.clock().instant();
        var known = definitions;
        var local = known == null ? Optional.<Object>empty() : known.value(key, asker, now);
        if (local.isPresent()) {
            report(key, asker, local.get(), true);
            return local.get();
        }
        var remote = remote(asker, now).values().get(key);
        if (remote != null) {
            report(key, asker, remote, false);
        }
        return remote == null ? otherwise : remote;
    }

    private Answer remote(Asker asker, Instant now) {
        var last = answers.get(asker);
        if (last != null && now.isBefore(last.at().plus(FRESH))) {
            return last;
        }
        var values = new LinkedHashMap<String, Object>(last == null ? Map.of() : last.values());
        var asked = host.ask(asker);
        if (asked.isPresent()) {
            if (!asked.get().path("errorsWhileComputingFlags").asBoolean(false)) {
                values.clear();
            }
            asked.get().path("flags").forEachEntry((key, flag) -> {
                if (!flag.path("failed").asBoolean(false)) {
                    values.put(key, value(flag));
                }
            });
        }
        if (answers.size() >= MOST_ASKERS) {
            answers.clear();
        }
        var answer = new Answer(now, values);
        answers.put(asker, answer);
        return answer;
    }

    private static Object value(JsonNode flag) {
        var variant = flag.path("variant").asString("");
        boolean enabled = flag.path("enabled").asBoolean(false);
        return enabled && !variant.isEmpty() ? variant : enabled;
    }

    /** Once for each person, flag, answer and groups, as PostHog's SDKs do: with a variant it is an exposure. */
    private void report(String key, Asker asker, Object value, boolean isLocal) {
        if (reported.size() >= MOST_REPORTED) {
            reported.clear();
        }
        if (!reported.add(String.join(
                "\n", asker.distinctId(), key, value.toString(), asker.groups().toString()))) {
            return;
        }
        var properties = new LinkedHashMap<String, @Nullable Object>();
        properties.put("$feature_flag", key);
        properties.put("$feature_flag_response", value);
        properties.put("$feature/" + key, value);
        properties.put("locally_evaluated", isLocal);
        if (!asker.groups().isEmpty()) {
            properties.put("$groups", asker.groups());
        }
        report.called(asker.distinctId(), properties);
    }

    /** Ends the fetching. */
    @Override
    public void close() {
        isClosed = true;
        if (poller != null) {
            poller.interrupt();
        }
    }
}
