package io.nightglass.server.sdk;

import io.nightglass.server.LivePane;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
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
        var python = Scripts.folder().resolve("python/bin/python");
        Assumptions.assumeTrue(
                isInstalled(python), "not run: posthog-python is not installed; './nightglass test' tries to");
        try (var pane = LivePane.openNow(folder)) {
            Scripts.sendsAllThatArrives(
                    pane,
                    List.of(python.toString(), "send_python.py", pane.address().toString(), LivePane.KEY, packing));
        }
    }

    private static boolean isInstalled(Path python) throws InterruptedException {
        try {
            return new ProcessBuilder(python.toString(), "-c", "import posthog")
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
