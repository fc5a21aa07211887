package io.nightglass.store.duckdb.sql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Rows as one of the engines gave them, cells spelled alike by both. */
record Answer(List<AnswerType> types, List<List<Object>> rows) {
    private static final double NEAR = 1e-12;

    /** What differs, in a few words, or nothing. */
    Optional<String> differenceFrom(Answer other, boolean ordered) {
        if (types.size() != other.types.size()) {
            return Optional.of("%d columns, not %d".formatted(types.size(), other.types.size()));
        }
        var mine = ordered ? rows : sorted();
        var theirs = ordered ? other.rows : other.sorted();
        if (!isSame(mine, theirs)) {
            return Optional.of("ours      %s%nClickHouse %s".formatted(beside(mine, theirs), beside(theirs, mine)));
        }
        for (int i = 0; i < types.size(); i++) {
            if (!types.get(i).isLike(other.types.get(i)) && !rows.isEmpty()) {
                return Optional.of(
                        "column %d is %s, in ClickHouse %s".formatted(i + 1, types.get(i), other.types.get(i)));
            }
        }
        return Optional.empty();
    }

    private List<List<Object>> sorted() {
        var sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing(Answer::rough).thenComparing(Object::toString));
        return sorted;
    }

    /** What a row sorts by: floats by their first digits, as their last may differ. */
    private static String rough(List<Object> row) {
        var text = new StringBuilder();
        row.forEach(cell -> text.append(cell instanceof Double number ? "%.9e".formatted(number) : cell)
                .append('|'));
        return text.toString();
    }

    private static boolean isSame(Object mine, Object theirs) {
        if (mine instanceof List<?> a && theirs instanceof List<?> b) {
            if (a.size() != b.size()) {
                return false;
            }
            for (int i = 0; i < a.size(); i++) {
                if (!isSame(a.get(i), b.get(i))) {
                    return false;
                }
            }
            return true;
        }
        if (mine instanceof Double a && theirs instanceof Double b) {
            return a.equals(b) || Math.abs(a - b) <= NEAR * Math.max(Math.abs(a), Math.abs(b)) && a != 0;
        }
        return mine.equals(theirs);
    }

    /** The rows of {@code mine} that are not there in {@code theirs}, or else all of them. */
    private static String beside(List<List<Object>> mine, List<List<Object>> theirs) {
        var alone = mine.stream()
                .filter(row -> theirs.stream().noneMatch(other -> isSame(row, other)))
                .limit(5)
                .toList();
        var text = "%d rows: %s".formatted(mine.size(), alone.isEmpty() ? mine : alone);
        return text.length() <= 1_500 ? text : text.substring(0, 1_500) + "…";
    }
}
