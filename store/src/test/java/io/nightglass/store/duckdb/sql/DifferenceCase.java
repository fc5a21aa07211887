package io.nightglass.store.duckdb.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A question put to both engines.
 *
 * @param file whose corpus it is of
 * @param hogql as a user writes it
 * @param clickHouse what ClickHouse is asked
 * @param refused whether both have to refuse it
 * @param note the comment above it
 */
record DifferenceCase(String file, String hogql, String clickHouse, boolean refused, String note) {
    private static final Path FOLDER = Path.of("src/test/resources/clickhouse");

    static DifferenceCase of(String file, String hogql) {
        return new DifferenceCase(file, hogql, ClickHouseText.of(hogql), false, "");
    }

    static List<Path> files() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".cases"))
                    .sorted()
                    .toList();
        }
    }

    /**
     * One question a line. {@code #} begins a comment, {@code !} a question both have to refuse, and after
     * {@code ch:} on the next line stands ClickHouse's own text where a question cannot be asked there as it is written.
     */
    static List<DifferenceCase> read(Path file) throws IOException {
        var cases = new ArrayList<DifferenceCase>();
        var name = file.getFileName().toString().replace(".cases", "");
        var note = "";
        for (var line : Files.readAllLines(file)) {
            var text = line.strip();
            if (text.startsWith("#")) {
                note = text.substring(1).strip();
            } else if (text.startsWith("ch:")) {
                var before = cases.removeLast();
                cases.add(
                        new DifferenceCase(name, before.hogql, text.substring(3).strip(), before.refused, before.note));
            } else if (!text.isEmpty()) {
                boolean refused = text.startsWith("!");
                var hogql = refused ? text.substring(1).strip() : text;
                cases.add(new DifferenceCase(name, hogql, ClickHouseText.of(hogql), refused, note));
            }
        }
        return cases;
    }

    /** Whether the last rows in order are those of the whole answer: an ORDER BY that stands in no bracket. */
    boolean isOrdered() {
        int depth = 0;
        var text = hogql.replaceAll("'(?:[^'\\\\]|\\\\.)*'", "''").toUpperCase(java.util.Locale.ROOT);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0 && text.startsWith("ORDER BY", i)) {
                return true;
            }
        }
        return false;
    }
}
