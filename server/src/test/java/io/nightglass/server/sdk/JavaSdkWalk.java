package io.nightglass.server.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.posthog.server.PostHog;
import com.posthog.server.PostHogCaptureOptions;
import com.posthog.server.PostHogConfig;
import io.nightglass.server.LivePane;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The com.posthog:posthog-server people install, unmodified. */
class JavaSdkWalk {
    @TempDir
    private Path folder;

    @Test
    void everythingPosthogServerSendsIsKept() throws Exception {
        try (var pane = LivePane.openNow(folder)) {
            var client = PostHog.with(PostHogConfig.builder(LivePane.KEY)
                    .host(pane.address().toString())
                    .flushAt(25)
                    .build());
            int sent = 0;
            for (int i = 0; i < 300; i++) {
                var properties =
                        PostHogCaptureOptions.builder().property("i", i).build();
                client.capture("java-" + i % 7, "java_event", properties);
                sent++;
            }
            for (int i = 0; i < 20; i++) {
                client.identify("java-" + i, Map.of("plan", "pro"), Map.of("first", i));
                client.alias("java-" + i, "java-alias-" + i);
                client.group("java-" + i, "loop", "g" + i, Map.of("size", i));
                client.captureException(new IllegalStateException("boom " + i), "java-" + i);
                sent += 4;
            }
            // flush() sends one batch at most, so it is asked again until nothing is left to come.
            for (int i = 0; i < 100 && !pane.store().awaitRows(sent, Duration.ofMillis(200)); i++) {
                client.flush();
            }
            assertEquals(false, client.isFeatureEnabled("java-1", "no-such-flag"));
            client.close();
            assertEquals(sent, eventsSaid(pane));
        }
    }

    /** All but {@code $feature_flag_called}, which the question about a flag adds when it pleases. */
    private static long eventsSaid(LivePane pane) {
        return pane.rows().stream()
                .filter(row -> !row.event().equals("$feature_flag_called"))
                .count();
    }
}
