package io.nightglass.hogql.parse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** PostHog's parser in a process of its own: statements go in, verdicts come out. */
record Oracle(Path folder) {
    private static final Path PROGRAM = Path.of("src/test/oracle");
    private static final Path FOLDER = Path.of("target/oracle");

    /** Installs the pinned parser beside the built classes, once; without node or npm the tests are not run. */
    static Oracle installed() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        for (var file : List.of("package.json", "package-lock.json", "oracle.mjs")) {
            Files.copy(PROGRAM.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.isDirectory(FOLDER.resolve("node_modules/@posthog/hogql-parser"))) {
            Assumptions.assumeTrue(
                    runs(List.of("npm", "ci", "--silent", "--no-audit", "--no-fund")),
                    "not run: npm could not install @posthog/hogql-parser");
        }
        Assumptions.assumeTrue(runs(List.of("node", "--version")), "not run: node is missing");
        return new Oracle(FOLDER);
    }

    private static boolean runs(List<String> command) throws InterruptedException {
        try {
            var process = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = process.waitFor(120, TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    /** {@code yes}, {@code no}, or {@code ?} where the parser broke, for each. */
    List<String> verdicts(List<String> texts) throws IOException, InterruptedException {
        var input = folder.resolve("statements.jsonl");
        var lines = new ArrayList<String>();
        texts.forEach(text -> lines.add(json(text)));
        Files.write(input, lines, StandardCharsets.UTF_8);
        var process = new ProcessBuilder("node", "oracle.mjs")
                .directory(folder.toFile())
                .redirectInput(input.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var verdicts = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (process.waitFor() != 0 || verdicts.size() != texts.size()) {
            throw new IOException("%d verdicts on %d texts".formatted(verdicts.size(), texts.size()));
        }
        return verdicts;
    }

    private static String json(String text) {
        var json = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c < 0x20 || c == '"' || c == '\\' || c > 0x7e) {
                json.append("\\u%04x".formatted(c));
            } else {
                json.append((char) c);
            }
        });
        return json.append('"').toString();
    }
}
