package io.nightglass.server.sdk;

import io.nightglass.server.LivePane;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The posthog-python people install, unmodified, from the folder that {@code ./nightglass test} installs it into. */
class PythonSdkWalk {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"plain", "gzip"})
    void everythingPosthogPythonSendsIsKept(String packing) throws Exception {
        var python = Scripts.python("posthog");
        try (var pane = LivePane.openNow(folder)) {
            Scripts.sendsAllThatArrives(
                    pane,
                    List.of(python.toString(), "send_python.py", pane.address().toString(), LivePane.KEY, packing));
        }
    }
}
