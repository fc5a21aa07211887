package io.nightglass.store.duckdb.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** One question of a golden file: its title, its HogQL, and what came out, as text. */
record GoldenCase(String title, String query, String answer) {

    static List<Path> files() {
        try (var files = Files.list(Path.of("src/test/resources/golden"))) {
            return files.filter(file -> file.toString().endsWith(".golden")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A case begins with {@code == title}; what follows {@code --} is the answer. */
    static List<GoldenCase> read(Path file) throws IOException {
        var cases = new ArrayList<GoldenCase>();
        for (var text : Files.readString(file).split("(?m)^== ")) {
            if (!text.isBlank()) {
                var lines = Arrays.asList(text.strip().split("\n"));
                int bar = lines.indexOf("--");
                int end = bar < 0 ? lines.size() : bar;
                cases.add(new GoldenCase(
                        lines.getFirst(),
                        String.join("\n", lines.subList(1, end)),
                        bar < 0 ? "" : String.join("\n", lines.subList(bar + 1, lines.size()))));
            }
        }
        return cases;
    }

    static void write(Path file, List<GoldenCase> cases) throws IOException {
        Files.writeString(
                file,
                cases.stream()
                        .map(one -> "== %s\n%s\n--\n%s\n".formatted(one.title, one.query, one.answer))
                        .collect(Collectors.joining("\n")));
    }
}
