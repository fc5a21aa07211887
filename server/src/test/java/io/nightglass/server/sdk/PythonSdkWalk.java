package io.nightglass.server.sdk;

import io.nightglass.server.LivePane;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The posthog-python people install, unmodified, when this machine's Python has it. */
class PythonSdkWalk {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"plain", "gzip"})
    void everythingPosthogPythonSendsIsKept(String packing) throws Exception {
        Assumptions.assumeTrue(
                isInstalled(), "not run: python3 has no module posthog; run 'python3 -m pip install posthog'");
        try (var pane = LivePane.openNow(folder)) {
            Scripts.sendsAllThatArrives(
                    pane, List.of("python3", "send_python.py", pane.address().toString(), LivePane.KEY, packing));
        }
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "-c", "import posthog")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
