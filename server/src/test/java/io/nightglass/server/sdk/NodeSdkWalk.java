package io.nightglass.server.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nightglass.server.LivePane;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The posthog-node people install, unmodified. */
class NodeSdkWalk {
    @TempDir
    private Path folder;

    @Test
    void everythingPosthogNodeSendsIsKept() throws Exception {
        Scripts.installed("posthog-node");
        try (var pane = LivePane.openNow(folder)) {
            Scripts.sendsAllThatArrives(
                    pane, List.of("node", "send-node.mjs", pane.address().toString(), LivePane.KEY, LivePane.PERSONAL));
            assertEquals(20, count(pane, "$identify"));
            assertEquals(20, count(pane, "$create_alias"));
            assertEquals(20, count(pane, "$groupidentify"));
            assertEquals(20, count(pane, "$exception"));
            var grouped = pane.rows().stream()
                    .filter(row -> row.event().equals("node_grouped"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(
                    "{\"loop\":\"g0\"}", grouped.properties().path("$groups").toString());
        }
    }

    private static long count(LivePane pane, String event) {
        return pane.rows().stream().filter(row -> row.event().equals(event)).count();
    }
}
