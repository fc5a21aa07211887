package io.nightglass.server.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.server.LivePane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Runs the programs beside {@code package.json} that speak through an SDK of another language. */
final class Scripts {
    private Scripts() {}

    /** The folder of the programs. */
    static Path folder() {
        var here = Path.of("").toAbsolutePath();
        var fromRoot = here.resolve("server/src/test/sdk");
        return Files.isDirectory(fromRoot) ? fromRoot : here.resolve("src/test/sdk");
    }

    /** Reports the test as not run when the npm package {@code name} is not installed. */
    static Path installed(String name) {
        var modules = folder().resolve("node_modules");
        Assumptions.assumeTrue(
                Files.isDirectory(modules.resolve(name)),
                "not run: %s is not installed; run 'npm ci' in server/src/test/sdk".formatted(name));
        return modules.resolve(name);
    }

    /** Runs {@code command} against {@code pane} and expects it to print how many events it sent, all of them kept. */
    static void sendsAllThatArrives(LivePane pane, List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(folder().toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running after a minute");
        assertEquals(0, process.exitValue(), printed);
        assertEquals(Integer.parseInt(printed.strip()), pane.rows().size());
    }
}
