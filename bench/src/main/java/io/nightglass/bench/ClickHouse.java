package io.nightglass.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ClickHouse engine (npm package chdb) in a node process of its own, one question at a time. */
final class ClickHouse implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Process process;
    private final Writer questions;
    private final BufferedReader answers;

    private ClickHouse(Process process) {
        this.process = process;
        this.questions = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * @param home a folder in which {@code npm install chdb} was done
     * @param folder where it keeps its tables
     */
    static ClickHouse start(Path home, Path folder) throws IOException {
        Files.createDirectories(folder);
        var script = folder.resolve("ask.mjs");
        try (InputStream own = ClickHouse.class.getResourceAsStream("clickhouse.mjs")) {
            Files.write(script, own.readAllBytes());
        }
        return new ClickHouse(new ProcessBuilder(
                        "node",
                        script.toString(),
                        home.toAbsolutePath().toString(),
                        folder.resolve("tables").toAbsolutePath().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /**
     * Asks and reads the answer to its end.
     *
     * @return milliseconds inside the engine
     */
    double ask(String sql) throws IOException {
        questions.write(JSON.writeValueAsString(JSON.createObjectNode().put("sql", sql)) + "\n");
        questions.flush();
        var line = answers.readLine();
        if (line == null) {
            throw new IOException("the ClickHouse engine ended while it was asked: " + sql);
        }
        JsonNode answer = JSON.readTree(line);
        if (answer.has("error")) {
            throw new IOException(answer.path("error").asString() + "\n" + sql);
        }
        return answer.path("ms").asDouble();
    }

    @Override
    public void close() throws IOException {
        questions.close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
