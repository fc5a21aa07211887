package io.nightglass.server.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.server.LivePane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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

    /** The Python that {@code ./nightglass test} installs; reports the test as not run when it cannot import {@code modules}. */
    static Path python(String... modules) throws InterruptedException {
        var python = folder().resolve("python/bin/python");
        Assumptions.assumeTrue(
                imports(python, "import " + String.join(", ", modules)),
                "not run: Python's %s are not installed; './nightglass test' tries to"
                        .formatted(String.join(", ", modules)));
        return python;
    }

    private static boolean imports(Path python, String line) throws InterruptedException {
        try {
            return new ProcessBuilder(python.toString(), "-c", line)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** {@code program} with the address of {@code pane}, its project key and {@code more} behind it. */
    static List<String> command(List<String> program, LivePane pane, String... more) {
        return Stream.of(program, List.of(pane.address().toString(), LivePane.KEY), List.of(more))
                .flatMap(List::stream)
                .toList();
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
