package io.nightglass.boards.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFinderTest {
    @TempDir
    private Path folder;

    @Test
    void findsTheLogsOfARepositoryByTheirNames() throws IOException {
        Files.createDirectory(folder.resolve(".git"));
        for (var name : List.of(
                "results.tsv",
                "results_cfi.tsv",
                "autoresearch-results.tsv",
                "loops/results.csv",
                "autoresearch.jsonl",
                "logs/experiments.tsv",
                "experiments.jsonl",
                "data.tsv",
                "node_modules/x/results.tsv",
                ".git/results.tsv",
                "results.py")) {
            write(name);
        }
        assertEquals(
                List.of(
                        "autoresearch-results.tsv",
                        "autoresearch.jsonl",
                        "experiments.jsonl",
                        "logs/experiments.tsv",
                        "loops/results.csv",
                        "results.tsv",
                        "results_cfi.tsv"),
                found());
    }

    @Test
    void takesEveryTableOfAFolderThatIsNoRepository() throws IOException {
        write("somebody__loop.tsv");
        write("deeper/other.tsv");
        write("notes.md");
        assertEquals(List.of("somebody__loop.tsv"), found());
    }

    @Test
    void takesAFileForWhatItIs() {
        var file = folder.resolve("anything.txt");
        assertEquals(List.of(file), LogFinder.find(file));
    }

    private void write(String name) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
    }

    private List<String> found() {
        return LogFinder.find(folder).stream()
                .map(p -> folder.relativize(p).toString())
                .toList();
    }
}
