package io.nightglass.store.duckdb.sql;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ClickHouse engine (chDB), in a process of its own. A test that cannot have it reports not run. */
final class ClickHouse implements AutoCloseable {
    private static final Path SCRIPTS = Path.of("src/test/clickhouse").toAbsolutePath();
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();

    /** PostHog's and our two settings, and answers from which nothing is lost on the way. */
    private static final String SETTINGS = """
            SET transform_null_in = 1, join_use_nulls = 1, session_timezone = 'Europe/Berlin', max_threads = 1,
            output_format_json_quote_denormals = 1, output_format_json_quote_64bit_floats = 1,
            output_format_json_quote_64bit_integers = 0, date_time_output_format = 'iso', output_format_json_named_tuples_as_objects = 0,
            optimize_injective_functions_in_group_by = 0,
            optimize_arithmetic_operations_in_aggregate_functions = 0
            """;

    private final Process process;
    private final BufferedWriter questions;
    private final BufferedReader answers;

    private ClickHouse(Process process) {
        this.process = process;
        this.questions = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** The engine refused the question. */
    static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;

        Refusal(String message) {
            super(message);
        }
    }

    static ClickHouse open() throws IOException, InterruptedException {
        var engine = installed();
        var process = new ProcessBuilder("node", SCRIPTS.resolve("answer.mjs").toString(), engine.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var clickHouse = new ClickHouse(process);
        clickHouse.run(SETTINGS);
        return clickHouse;
    }

    /** The folder that holds the engine: installed once for the user, as it takes half a gigabyte. */
    private static Path installed() throws IOException, InterruptedException {
        var cache = System.getenv("XDG_CACHE_HOME");
        var caches =
                cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        var folder = caches.resolve("nightglass").resolve("clickhouse");
        Files.createDirectories(folder);
        var wanted = Files.readString(SCRIPTS.resolve("package-lock.json"));
        var there = folder.resolve("installed.json");
        if (Files.exists(there) && Files.readString(there).equals(wanted)) {
            return folder;
        }
        for (var name : List.of("package.json", "package-lock.json", ".npmrc")) {
            Files.copy(SCRIPTS.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        Assumptions.assumeTrue(
                isInstalledBy(folder, "npm", "ci", "--silent"),
                "not run: the ClickHouse engine is not installed; run 'npm ci' in " + folder);
        Files.writeString(there, wanted);
        return folder;
    }

    private static boolean isInstalledBy(Path folder, String... command) throws InterruptedException {
        try {
            var install = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(new File("target/clickhouse-install.log"))
                    .start();
            boolean ended = install.waitFor(5, TimeUnit.MINUTES);
            install.destroyForcibly();
            return ended
                    && install.exitValue() == 0
                    && Files.isDirectory(folder.resolve("node_modules").resolve("chdb"));
        } catch (IOException noNpm) {
            return false;
        }
    }

    /** A statement that answers nothing. */
    void run(String sql) {
        try {
            reply(sql);
        } catch (Refusal refusal) {
            throw new IllegalStateException(sql, refusal);
        }
    }

    Answer ask(String sql) throws Refusal {
        var reply = whole(sql);
        var types = reply.path("meta")
                .valueStream()
                .map(column -> AnswerType.of(column.path("type").asString()))
                .toList();
        var rows = reply.path("data")
                .valueStream()
                .map(row -> ClickHouseCells.shown(row.valueStream().toList(), types))
                .toList();
        return new Answer(types, rows);
    }

    /** Once in some thousand answers the engine's text breaks off; one that fails while it is computed does so again. */
    private JsonNode whole(String sql) throws Refusal {
        for (int attempt = 0; attempt < 2; attempt++) {
            try {
                return JSON.readTree(reply(sql));
            } catch (JacksonException brokenOff) {
                continue;
            }
        }
        throw new Refusal("failed after the answer had begun");
    }

    private String reply(String sql) throws Refusal {
        try {
            questions.write(JSON.writeValueAsString(Map.of("sql", sql)));
            questions.newLine();
            questions.flush();
            var line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("the ClickHouse engine ended over " + sql);
            }
            JsonNode reply = JSON.readTree(line);
            if (reply.has("error")) {
                throw new Refusal(reply.path("error").asString());
            }
            return reply.path("answer").asString();
        } catch (IOException e) {
            throw new IllegalStateException("the ClickHouse engine ended over " + sql, e);
        }
    }

    @Override
    public void close() throws IOException {
        questions.close();
        process.destroy();
    }
}
