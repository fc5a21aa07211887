package io.nightglass.boards.imports;

import io.nightglass.catalog.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads tab-, comma-, semicolon- and pipe-separated logs. Blank lines and lines that start with {@code #} are no rows;
 * the first other line is the header unless it holds numbers and no column name. A row whose field count differs from
 * the header's (the first row's, without one) is malformed. Tabs know no quotes; commas and semicolons do.
 */
final class DelimitedLog {
    private static final Set<String> COLUMN_NAMES = Set.of(
            "commit",
            "status",
            "description",
            "metric",
            "score",
            "iteration",
            "timestamp",
            "notes",
            "decision",
            "result",
            "val_bpb",
            "experiment",
            "round",
            "run",
            "date",
            "id");

    private static final Pattern DIRECTION = Pattern.compile("(?i)direction\\s*[:=]\\s*(\\S+)");

    private final List<Line> lines;
    private final List<Row> rows = new ArrayList<>();
    private final List<Malformed> malformed = new ArrayList<>();

    private DelimitedLog(List<Line> lines) {
        this.lines = lines;
    }

    static Table read(List<Line> lines) {
        var data = lines.stream().filter(l -> !l.isBlank() && !l.isComment()).toList();
        if (data.isEmpty()) {
            return Table.empty();
        }
        return new DelimitedLog(data).table(stated(lines));
    }

    private Table table(@Nullable Direction stated) {
        var records = Separator.of(lines).split(lines);
        var first = records.getFirst().cells();
        boolean hasHeader = !looksLikeData(first);
        for (var record : hasHeader ? records.subList(1, records.size()) : records) {
            place(record, first, hasHeader);
        }
        var header = hasHeader
                ? List.copyOf(first)
                : IntStream.range(0, first.size()).mapToObj(i -> "#" + i).toList();
        return new Table(header, hasHeader, false, List.copyOf(rows), List.copyOf(malformed), List.of(), stated);
    }

    private void place(Row record, List<String> first, boolean hasHeader) {
        int fields = record.cells().size();
        if (fields != first.size()) {
            malformed.add(new Malformed(record.line(), reason(record.cells(), first.size())));
        } else if (hasHeader && first.size() > 1 && record.cells().equals(first)) {
            malformed.add(new Malformed(record.line(), "the header again"));
        } else {
            rows.add(record);
        }
    }

    private static String reason(List<String> cells, int expected) {
        String only = cells.getFirst();
        if (cells.size() == 1 && only.contains("\\t")) {
            return "backslash-t is written out where a tab should be";
        }
        if (cells.size() == 1 && only.chars().allMatch(c -> "=-_*+| ".indexOf(c) >= 0)) {
            return "a ruler, not a row";
        }
        return "%d fields where the header has %d".formatted(cells.size(), expected);
    }

    private static boolean looksLikeData(List<String> cells) {
        return cells.stream().anyMatch(Numbers::isNumber)
                && cells.stream().noneMatch(c -> COLUMN_NAMES.contains(c.toLowerCase(Locale.ROOT)));
    }

    /** {@code # metric_direction: higher_is_better} and its like. */
    private static @Nullable Direction stated(List<Line> lines) {
        for (var line : lines) {
            if (line.isComment()) {
                var named = DIRECTION.matcher(line.text());
                var direction = named.find() ? DirectionWords.read(named.group(1)) : DirectionWords.better(line.text());
                if (direction != null) {
                    return direction;
                }
            }
        }
        return null;
    }
}
